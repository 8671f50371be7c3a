/** Work on a file took longer than it may. */
export class TooSlow extends Error {
  override name = 'TooSlow';
}

/** Error that ends work for which nobody waits any more. */
export class Stopped extends Error {
  override name = 'Stopped';
}

/** Limits of work in a thread: its deadline, and a signal that it is no longer wanted. */
export type Pace = {
  /** Deadline in ms, as Date.now() counts them. */
  deadline?: number;
  /** Memory shared with the requester of the work; no longer 0 once nobody wants it. */
  stop?: Int32Array<SharedArrayBuffer>;
};

export const NO_HURRY: Pace = {};

export const isStopped = ({ stop }: Pace): boolean => stop !== undefined && Atomics.load(stop, 0) !== 0;

/** Throws TooSlow or Stopped; called now and then by what may take long. */
export const keepPace = (pace: Pace): void => {
  if (isStopped(pace)) throw new Stopped();
  if (pace.deadline !== undefined && Date.now() > pace.deadline) throw new TooSlow();
};

/** Result of the work, or null where it takes too long. */
export const orTooSlow = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooSlow) return null;
    throw error;
  }
};
