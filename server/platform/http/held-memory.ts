import { unavailable } from '../errors/errors.ts';

const MIB = 1024 * 1024;

/** Bytes of bodies, and likewise of answers, that are held in memory: of all, of one organization, and of strangers. */
const MEMORY = { all: 512 * MIB, organization: 192 * MIB, strangers: 16 * MIB };
export type MemoryLimits = typeof MEMORY;

/** Memory that requests hold, by the organization that they are of; `null` are all unauthenticated callers together. */
export type HeldMemory = {
  /** Counts bytes as held; throws 503 where the owner, or all together, then hold too much. They count until released. */
  hold(owner: string | null, bytes: number): void;
  release(owner: string | null, bytes: number): void;
  /** Bytes that all hold together. */
  all(): number;
};

/** Counts memory so that what one organization or strangers hold leaves room for everybody else. */
export const openHeldMemory = (what: 'bodies' | 'answers', limits: MemoryLimits = MEMORY): HeldMemory => {
  const held = new Map<string | null, number>();
  let all = 0;
  const add = (owner: string | null, bytes: number): number => {
    all += bytes;
    const of_owner = (held.get(owner) ?? 0) + bytes;
    if (of_owner === 0) held.delete(owner);
    else held.set(owner, of_owner);
    return of_owner;
  };
  return {
    hold: (owner, bytes) => {
      const most = owner === null ? limits.strangers : limits.organization;
      const of_owner = add(owner, bytes);
      if (of_owner > most || all > limits.all)
        throw unavailable('server_busy', `Too many large ${what} at once; try again`);
    },
    release: (owner, bytes) => void add(owner, -bytes),
    all: () => all,
  };
};
