import { createValue, type Value } from '../shell/value.ts';

/** Where one is in the sound, in milliseconds, whether or not there is any. */
export type Moment = { at_ms: number; playing: boolean };

/** What can be told to go somewhere: a recording, once there is one. */
export type Player = { seek(ms: number): void };

export type Playhead = Pick<Value<Moment>, 'get' | 'subscribe'> & {
  /** Goes to a time; a player goes along. */
  seek(ms: number): void;
  /** A player says where it is. */
  tell(moment: Moment): void;
  /** Lets a player follow; the answer lets it go again. */
  attach(player: Player): () => void;
};

/** Null: nobody has gone anywhere yet, and nothing is lit. */
export const createPlayhead = (at_ms: number | null): Playhead => {
  const moment = createValue<Moment>({ at_ms: at_ms ?? -1, playing: false });
  const players = new Set<Player>();
  return {
    get: moment.get,
    subscribe: moment.subscribe,
    tell: moment.set,
    seek: (ms) => {
      moment.set({ ...moment.get(), at_ms: ms });
      for (const player of players) player.seek(ms);
    },
    attach: (player) => {
      players.add(player);
      return () => players.delete(player);
    },
  };
};

/** The time in an address, `#t=271.4` in seconds, as milliseconds; null where there is none. */
export const timeOf = (hash: string): number | null => {
  const seconds = Number(/^#t=(\d+(?:\.\d+)?)$/.exec(hash)?.[1] ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.round(seconds * 1000) : null;
};
