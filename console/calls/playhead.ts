import { createObservable, type Observable } from '../api/observable.ts';

/** Position in the recording, in milliseconds, even for a call without one. */
export type Moment = { at_ms: number; playing: boolean };

export type Playhead = Pick<Observable<Moment>, 'get' | 'subscribe'> & {
  /** Setter of the position, for whatever plays or seeks. */
  tell(moment: Moment): void;
};

/** Null until something was played: no word is highlighted. */
export const createPlayhead = (at_ms: number | null): Playhead => {
  const moment = createObservable<Moment>({ at_ms: at_ms ?? -1, playing: false });
  return { get: moment.get, subscribe: moment.subscribe, tell: moment.set };
};

/** The time in an address, `#t=271.4` in seconds, as milliseconds; null where there is none. */
export const timeOf = (hash: string): number | null => {
  const seconds = Number(/^#t=(\d+(?:\.\d+)?)$/.exec(hash)?.[1] ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.round(seconds * 1000) : null;
};
