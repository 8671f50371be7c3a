import { unavailable } from '../errors/errors.ts';

type Work = { begin(): void };

/** Turns in which work is begun, organizations after one another, so that what one of them asks for keeps no other waiting. */
export type FairTurns = {
  /**
   * Takes a turn of an organization, and returns what ends it. Throws 503 where too much of the organization waits
   * already, or this has waited too long, and the signal's reason once its client has left.
   */
  take(organization_uuid: string, signal?: AbortSignal): Promise<() => void>;
  /** Counts the work that waits. */
  waiting(): number;
  /** Runs work in a turn. */
  run<T>(organization_uuid: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
};

type Options = {
  /** Turns at once, and of one organization. */
  at_once: number;
  each: number;
  /** Work of one organization that may wait. Default: any. */
  most_waiting?: number;
  /** Milliseconds that work may wait. Default: any. */
  wait_ms?: number;
};

export const openFairTurns = ({
  at_once,
  each,
  most_waiting = Number.POSITIVE_INFINITY,
  wait_ms,
}: Options): FairTurns => {
  /** Waiting work by organization; the one whose turn was longest ago comes first. */
  const waiting = new Map<string, Work[]>();
  const running = new Map<string, number>();
  let busy = 0;

  const mayBegin = (organization_uuid: string) => busy < at_once && (running.get(organization_uuid) ?? 0) < each;

  /** Begins a turn, and returns what ends it. */
  const begin = (organization_uuid: string): (() => void) => {
    busy += 1;
    running.set(organization_uuid, (running.get(organization_uuid) ?? 0) + 1);
    return () => {
      busy -= 1;
      const left = (running.get(organization_uuid) ?? 1) - 1;
      if (left === 0) running.delete(organization_uuid);
      else running.set(organization_uuid, left);
      beginNext();
    };
  };

  const beginNext = () => {
    for (const [organization_uuid, queue] of waiting) {
      if (busy >= at_once) return;
      if (!mayBegin(organization_uuid)) continue;
      const next = queue.shift();
      waiting.delete(organization_uuid);
      if (queue.length > 0) waiting.set(organization_uuid, queue);
      next?.begin();
    }
  };

  const wait = (organization_uuid: string, signal?: AbortSignal): Promise<() => void> =>
    new Promise((resolve, reject) => {
      const queue = waiting.get(organization_uuid) ?? [];
      if (queue.length >= most_waiting) throw busyError();
      const leave = (reason: unknown) => {
        stop();
        queue.splice(queue.indexOf(work), 1);
        if (queue.length === 0) waiting.delete(organization_uuid);
        reject(reason);
      };
      const left = () => leave(signal?.reason);
      const late = wait_ms === undefined ? undefined : setTimeout(() => leave(busyError()), wait_ms);
      const stop = () => {
        clearTimeout(late);
        signal?.removeEventListener('abort', left);
      };
      const work: Work = {
        begin: () => {
          stop();
          resolve(begin(organization_uuid));
        },
      };
      signal?.addEventListener('abort', left, { once: true });
      queue.push(work);
      waiting.set(organization_uuid, queue);
    });

  const take: FairTurns['take'] = async (organization_uuid, signal) => {
    signal?.throwIfAborted();
    return mayBegin(organization_uuid) && !waiting.has(organization_uuid)
      ? begin(organization_uuid)
      : wait(organization_uuid, signal);
  };

  return {
    take,
    waiting: () => [...waiting.values()].reduce((sum, queue) => sum + queue.length, 0),
    run: async (organization_uuid, work, signal) => {
      const end = await take(organization_uuid, signal);
      try {
        return await work();
      } finally {
        end();
      }
    },
  };
};

const busyError = () => unavailable('server_busy', 'Too much of this was asked for at once; try again');
