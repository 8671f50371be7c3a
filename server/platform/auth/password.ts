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
/** Turns in which passwords are checked: many tries of one network wait for one another, and for one of each other's. */
const inTurn = openFairTurns({ at_once: AT_ONCE, each: 1, most_waiting: 31 });

type Hash = { ln: number; r: number; p: number; salt: Buffer; key: Buffer };

const derived = (password: string, { ln, r, p, salt }: Omit<Hash, 'key'>, turn: string): Promise<Buffer> => {
  const N = 2 ** ln;
  // The same password may be typed in composed or decomposed letters (RFC 8265, section 4.2.2).
  const text = password.normalize('NFC');
  return inTurn.run(turn, () => derive(text, salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r }));
};

/**
 * A password as it is stored: scrypt in the PHC string format, `$scrypt$ln=15,r=8,p=3$salt$key` with base64. `turn` is
 * whose turn it takes: an organization or a network. `like` is a stored password whose salt it shares.
 */
export const hashPassword = async (password: string, turn: string, like: string | null = null): Promise<string> => {
  const salt = like === null ? randomBytes(16) : parse(like).salt;
  const key = await derived(password, { ...COST, salt }, turn);
  const { ln, r, p } = COST;
  return `$scrypt$ln=${ln},r=${r},p=${p}$${salt.toString('base64')}$${key.toString('base64')}`;
};

/** Compares a password with the stored one. Where none is stored, saying no takes the same work. */
export const isPassword = async (password: string, stored: string | null, turn: string): Promise<boolean> =>
  (await passwordsThatMatch(password, [stored], turn))[0] === true;

/** Compares a password with several stored ones: those of one salt together take the work of one. */
export const passwordsThatMatch = async (
  password: string,
  stored: (string | null)[],
  turn: string,
): Promise<boolean[]> => {
  const hashes = stored.map((one) => (one === null ? null : parse(one)));
  const keys = new Map<string, Buffer>();
  const known = hashes.filter((hash) => hash !== null);
  for (const hash of known.length > 0 ? known : [NONE]) {
    const way = wayOf(hash);
    if (!keys.has(way)) keys.set(way, await derived(password, hash, turn));
  }
  return hashes.map((hash) => hash !== null && timingSafeEqual(keys.get(wayOf(hash)) as Buffer, hash.key));
};

/** All that decides what a password is derived to. */
const wayOf = ({ ln, r, p, salt }: Hash): string => `${ln} ${r} ${p} ${salt.toString('base64')}`;

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
