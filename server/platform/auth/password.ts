import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { invalid, problem, unavailable } from '../errors/errors.ts';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

// OWASP's password storage cheat sheet: 32 MiB and three rounds.
const COST = { ln: 15, r: 8, p: 3 };
const KEY_BYTES = 32;
const MAX_AT_ONCE = 32;

type Hash = { ln: number; r: number; p: number; salt: Buffer; key: Buffer };

let atOnce = 0;

const derived = async (password: string, { ln, r, p, salt }: Omit<Hash, 'key'>): Promise<Buffer> => {
  // Each takes 32 MiB and a thread: more would only wait, and hold up everything else that needs a thread.
  if (atOnce >= MAX_AT_ONCE)
    throw unavailable('server_busy', 'Too many people are signing in at this moment; try again');
  atOnce += 1;
  try {
    const N = 2 ** ln;
    // The same password may be typed in composed or decomposed letters (RFC 8265, section 4.2.2).
    return await derive(password.normalize('NFC'), salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r });
  } finally {
    atOnce -= 1;
  }
};

/** A password as it is stored: scrypt in the PHC string format, `$scrypt$ln=15,r=8,p=3$salt$key` with base64. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16);
  const key = await derived(password, { ...COST, salt });
  const { ln, r, p } = COST;
  return `$scrypt$ln=${ln},r=${r},p=${p}$${salt.toString('base64')}$${key.toString('base64')}`;
};

/** Whether a password is the stored one. Where none is stored, it takes the same work to say no. */
export const isPassword = async (password: string, stored: string | null): Promise<boolean> => {
  const hash = stored === null ? NONE : parse(stored);
  const key = await derived(password, hash);
  return stored !== null && timingSafeEqual(key, hash.key);
};

const NONE: Hash = { ...COST, salt: randomBytes(16), key: randomBytes(KEY_BYTES) };

const parse = (stored: string): Hash => {
  const [, ln, r, p, salt, key] = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored) ?? [];
  if (!salt || !key) throw new Error('a stored password is not of the form that it was written in');
  return {
    ln: Number(ln),
    r: Number(r),
    p: Number(p),
    salt: Buffer.from(salt, 'base64'),
    key: Buffer.from(key, 'base64'),
  };
};

/** 400 where somebody would take their e-mail address as their password. */
export const requireOther = (password: string, email: string | null, pointer: string): void => {
  if (password.toLowerCase() !== email?.toLowerCase()) return;
  throw invalid(problem(pointer, 'password_is_email', 'must not be your e-mail address'));
};
