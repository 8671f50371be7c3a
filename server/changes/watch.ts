import { findHead } from '../platform/audit/queries.ts';
import { type Sealer, sealChain } from '../platform/audit/seal.ts';
import type { UserActor } from '../platform/auth/actor.ts';
import type { Database } from '../platform/database/database.ts';
import { tooManyRequests } from '../platform/errors/errors.ts';
import { findNewestChange, hasPending } from './queries.ts';

/** Requests of one person that may wait at once. */
const MOST_OF_ONE = 16;
/** Milliseconds in which several writes come together as one look. */
const TOGETHER_MS = 250;
/** Milliseconds after which is looked unasked: another server or a worker may have written. */
const LOOK_MS = 2_000;
/** Milliseconds for which a home is known after its last waiter has left: somebody who follows it asks again. */
const KEPT_MS = 60_000;

type Waiter = { beyond: number; wake(): void };

/** An organization in which somebody waits. `newest`: of the changes between `from` and `looked`. */
type Home = {
  from: number;
  looked: number;
  newest: number;
  waiters: Set<Waiter>;
  /** The next look, and when it is due. */
  timer?: NodeJS.Timeout;
  due: number;
  is_looking: boolean;
};

export type Watch = {
  /** Waits until the organization has a change after a position, or may have; at most so long. */
  wait(actor: UserActor, position: number, wait_ms: number, signal?: AbortSignal): Promise<void>;
  /** Calls a listener with each organization that has a change. */
  listen(listener: (organization_uuid: string) => void): void;
  /** Ends every wait. */
  close(): void;
};

/**
 * Watches histories for those who wait. One look serves everybody of an organization, and none holds a connection of the
 * database while waiting.
 */
export const openWatch = (database: Database, sealer: Sealer, onError: (error: unknown) => void): Watch => {
  const homes = new Map<string, Home>();
  const waiting = new Map<string, number>();
  const listeners = new Set<(organization_uuid: string) => void>();
  let is_closed = false;

  /** Looks at what is new in the history of an organization, and wakes those for whom there is something. */
  const look = async (organization_uuid: string, home: Home) => {
    const bound = database.scopedTo({ organization_uuid });
    if (await hasPending(bound, organization_uuid)) await sealChain(bound, organization_uuid);
    const until = (await findHead(bound, organization_uuid))?.position ?? 0;
    // A history that became shorter is another one: all who wait read it.
    const is_rewound = until < home.looked;
    if (is_rewound) Object.assign(home, { from: until, looked: until, newest: 0 });
    if (until > home.looked) {
      const newest = await findNewestChange(bound, organization_uuid, { after: home.looked, until });
      Object.assign(home, { looked: until, newest: Math.max(home.newest, newest ?? 0) });
    }
    for (const { beyond, wake } of home.waiters) if (is_rewound || isNews(home, beyond)) wake();
  };

  /** Looks after so many milliseconds, or before that where a look is due already. */
  const later = (organization_uuid: string, home: Home, delay_ms: number) => {
    const due = Date.now() + delay_ms;
    if (is_closed || home.is_looking || (home.timer && home.due <= due)) return;
    clearTimeout(home.timer);
    home.due = due;
    home.timer = setTimeout(async () => {
      home.timer = undefined;
      if (home.waiters.size === 0) return void homes.delete(organization_uuid);
      home.is_looking = true;
      await look(organization_uuid, home).catch(onError);
      home.is_looking = false;
      later(organization_uuid, home, home.waiters.size > 0 ? LOOK_MS : KEPT_MS);
    }, delay_ms).unref();
  };

  const open = async (organization_uuid: string): Promise<Home> => {
    const there = homes.get(organization_uuid);
    if (there) return there;
    const head = (await findHead(database.scopedTo({ organization_uuid }), organization_uuid))?.position ?? 0;
    const empty = { from: head, looked: head, newest: 0, waiters: new Set<Waiter>(), due: 0, is_looking: false };
    const home: Home = homes.get(organization_uuid) ?? empty;
    homes.set(organization_uuid, home);
    return home;
  };

  sealer.listen((organization_uuid) => {
    for (const listener of listeners) listener(organization_uuid);
    const home = homes.get(organization_uuid);
    if (home && home.waiters.size > 0) later(organization_uuid, home, TOGETHER_MS);
  });

  return {
    wait: async ({ organization_uuid, user_uuid }, beyond, wait_ms, signal) => {
      const own = waiting.get(user_uuid) ?? 0;
      if (own >= MOST_OF_ONE) throw tooManyRequests(Math.ceil(wait_ms / 1000));
      waiting.set(user_uuid, own + 1);
      try {
        const home = await open(organization_uuid);
        if (is_closed || signal?.aborted || isNews(home, beyond)) return;
        await new Promise<void>((resolve) => {
          const end = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', end);
            home.waiters.delete(waiter);
            resolve();
          };
          const waiter: Waiter = { beyond, wake: end };
          const timer = setTimeout(end, wait_ms);
          signal?.addEventListener('abort', end);
          home.waiters.add(waiter);
          later(organization_uuid, home, TOGETHER_MS);
        });
      } finally {
        const left = (waiting.get(user_uuid) ?? 1) - 1;
        if (left > 0) waiting.set(user_uuid, left);
        else waiting.delete(user_uuid);
      }
    },
    listen: (listener) => void listeners.add(listener),
    close: () => {
      is_closed = true;
      for (const { timer, waiters } of homes.values()) {
        clearTimeout(timer);
        for (const { wake } of waiters) wake();
      }
    },
  };
};

/** Tells whether something may have changed after a position; before `from` nobody has looked. */
const isNews = ({ from, newest }: Home, beyond: number): boolean => beyond < from || newest > beyond;
