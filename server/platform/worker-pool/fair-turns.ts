import { unavailable } from '../errors/errors.ts';

type Work = { begin: () => void };

/** Runs work so much at a time, organizations in turn, so that what one of them sends keeps no other waiting. */
export type FairTurns = <T>(organization_uuid: string, work: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

/**
 * `each`: how much of `at_once` one organization may have. Where `most_waiting` of it wait already, the next is refused
 * with 503.
 */
export const openFairTurns = ({
  at_once,
  each,
  most_waiting = Number.POSITIVE_INFINITY,
}: {
  at_once: number;
  each: number;
  most_waiting?: number;
}): FairTurns => {
  /** Waiting work by organization; the one whose turn was longest ago comes first. */
  const waiting = new Map<string, Work[]>();
  const running = new Map<string, number>();
  let busy = 0;

  const beginNext = () => {
    for (const [organization_uuid, queue] of waiting) {
      if (busy >= at_once) return;
      if ((running.get(organization_uuid) ?? 0) >= each) continue;
      const next = queue.shift();
      waiting.delete(organization_uuid);
      if (queue.length > 0) waiting.set(organization_uuid, queue);
      next?.begin();
    }
  };

  const turn = (organization_uuid: string, signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const leave = () => {
        const queue = waiting.get(organization_uuid) ?? [];
        queue.splice(queue.indexOf(work), 1);
        if (queue.length === 0) waiting.delete(organization_uuid);
        reject(signal?.reason);
      };
      const work: Work = {
        begin: () => {
          signal?.removeEventListener('abort', leave);
          busy += 1;
          running.set(organization_uuid, (running.get(organization_uuid) ?? 0) + 1);
          resolve();
        },
      };
      signal?.throwIfAborted();
      const queue = waiting.get(organization_uuid) ?? [];
      if (queue.length >= most_waiting)
        throw unavailable('server_busy', 'Too much of this was asked for at once; try again');
      signal?.addEventListener('abort', leave, { once: true });
      waiting.set(organization_uuid, [...queue, work]);
      beginNext();
    });

  return async (organization_uuid, work, signal) => {
    await turn(organization_uuid, signal);
    try {
      return await work();
    } finally {
      busy -= 1;
      const left = (running.get(organization_uuid) ?? 1) - 1;
      if (left === 0) running.delete(organization_uuid);
      else running.set(organization_uuid, left);
      beginNext();
    }
  };
};
