import { createObservable, type Observable } from '../api/observable.ts';

/** Stretch of a recording, in milliseconds. */
export type Stretch = { start_ms: number; end_ms: number };

/** Stretches that are playing or paused; `failed` where they cannot be played. */
export type Playing<S extends Stretch = Stretch> = {
  key: string;
  stretches: readonly S[];
  paused: boolean;
  failed: boolean;
};

type Read<T> = Pick<Observable<T>, 'get' | 'subscribe'>;

export type HitPlayer<S extends Stretch = Stretch> = Read<Playing<S> | null> & {
  /** Time in the call's recording, in milliseconds. */
  time: Read<number>;
  /**
   * Plays stretches of a call's recording one after another, pauses them where they are playing, goes on where they were
   * paused, and plays them again after their end.
   */
  toggle(key: string, call_uuid: string, ...stretches: S[]): void;
  /** Goes to a time of the recording that is playing. */
  seek(ms: number): void;
  /** Plays on to a later end: that of the sentence, once it is known. */
  extend(end_ms: number): void;
  /** Stops, and forgets what was playing. */
  close(): void;
};

/** Padding that is played before and after a hit, in milliseconds. */
const LEAD = 300;
export const TAIL = 900;

/** Plays hits one at a time, where they stand, each to its end. */
export const createHitPlayer = <S extends Stretch = Stretch>(element: () => HTMLAudioElement | null): HitPlayer<S> => {
  const state = createObservable<Playing<S> | null>(null);
  const time = createObservable(0);
  const set = (change: Partial<Playing<S>>) => {
    const playing = state.get();
    if (playing) state.set({ ...playing, ...change });
  };
  let waiting: S[] = [];
  let [end, ended] = [0, false];
  let listening: HTMLAudioElement | null = null;
  const begin = (audio: HTMLAudioElement): boolean => {
    const next = waiting.shift();
    if (!next) return false;
    end = next.end_ms + TAIL;
    const from = Math.max(0, next.start_ms - LEAD);
    audio.currentTime = from / 1000;
    time.set(from);
    return true;
  };
  const tick = () => {
    if (!listening || !state.get()) return;
    time.set(listening.currentTime * 1000);
    if (time.get() < end || listening.paused || begin(listening)) return;
    ended = true;
    listening.pause();
  };
  // Events of the element come four times a second: too seldom for a word that is lit.
  const follow = () => {
    tick();
    if (listening && !listening.paused) requestAnimationFrame(follow);
  };
  const listen = (audio: HTMLAudioElement) => {
    if (listening === audio) return;
    listening = audio;
    audio.addEventListener('timeupdate', tick);
    audio.addEventListener('playing', follow);
    audio.addEventListener('pause', () => set({ paused: true }));
    audio.addEventListener('ended', () => {
      ended = true;
    });
  };
  const play = (audio: HTMLAudioElement, key: string) => {
    set({ paused: false, failed: false });
    audio.play().catch((error: unknown) => {
      // Ended by a pause, or by another hit, it has not failed.
      const ended = error instanceof DOMException && error.name === 'AbortError';
      if (!ended && state.get()?.key === key) set({ failed: true, paused: true });
    });
  };
  return {
    get: state.get,
    subscribe: state.subscribe,
    time,
    toggle: (key, call_uuid, ...stretches) => {
      const audio = element();
      if (!audio) return;
      listen(audio);
      const playing = state.get();
      const again = ended || playing?.failed;
      if (playing?.key === key && !again) return playing.paused ? play(audio, key) : audio.pause();
      waiting = [...stretches];
      ended = false;
      const src = `/v1/calls/${call_uuid}/recording?playable=true`;
      if (!audio.src.endsWith(src)) audio.src = src;
      begin(audio);
      state.set({ key, stretches, paused: false, failed: false });
      play(audio, key);
    },
    seek: (ms) => {
      ended = false;
      if (listening) listening.currentTime = ms / 1000;
      time.set(ms);
    },
    extend: (end_ms) => {
      if (end_ms + TAIL > end) end = end_ms + TAIL;
    },
    close: () => {
      state.set(null);
      listening?.pause();
    },
  };
};
