/** Work on a file took longer than it may. */
export class TooSlow extends Error {
  override name = 'TooSlow';
}

/** Nobody waits for the work any more. */
export class Stopped extends Error {
  override name = 'Stopped';
}

/** How long work in a thread may go on, and until when it is wanted. */
export type Pace = {
  /** In ms, as Date.now() counts them. */
  deadline?: number;
  /** Shared with whoever wants the work; no longer 0 once nobody does. */
  stop?: Int32Array<SharedArrayBuffer>;
};

export const NO_HURRY: Pace = {};

export const isStopped = ({ stop }: Pace): boolean => stop !== undefined && Atomics.load(stop, 0) !== 0;

/** Throws TooSlow or Stopped; called now and then by what may take long. */
export const keepPace = (pace: Pace): void => {
  if (isStopped(pace)) throw new Stopped();
  if (pace.deadline !== undefined && Date.now() > pace.deadline) throw new TooSlow();
};

/** What work gives, or null where it takes too long. */
export const orTooSlow = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooSlow) return null;
    throw error;
  }
};
