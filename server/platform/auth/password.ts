import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { openFairTurns } from '../worker-pool/fair-turns.ts';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

// OWASP's password storage cheat sheet: 32 MiB and three rounds.
const COST = { ln: 15, r: 8, p: 3 };
const KEY_BYTES = 32;
/** Each takes 32 MiB and one of the few threads that also read files: one core and most threads are left to others. */
const AT_ONCE = Math.max(1, Math.min(2, availableParallelism() - 1));
const turns = openFairTurns({ at_once: AT_ONCE, each: AT_ONCE, most_waiting: 32 - AT_ONCE });
const EVERYBODY = 'everybody';

type Hash = { ln: number; r: number; p: number; salt: Buffer; key: Buffer };

const derived = (password: string, { ln, r, p, salt }: Omit<Hash, 'key'>): Promise<Buffer> => {
  const N = 2 ** ln;
  // The same password may be typed in composed or decomposed letters (RFC 8265, section 4.2.2).
  const text = password.normalize('NFC');
  return turns(EVERYBODY, () => derive(text, salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r }));
};

/** A password as it is stored: scrypt in the PHC string format, `$scrypt$ln=15,r=8,p=3$salt$key` with base64. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16);
  const key = await derived(password, { ...COST, salt });
  const { ln, r, p } = COST;
  return `$scrypt$ln=${ln},r=${r},p=${p}$${salt.toString('base64')}$${key.toString('base64')}`;
};

/** Compares a password with the stored one. Where none is stored, saying no takes the same work. */
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
