import { createObservable, type Observable } from '../api/observable.ts';

type Stretch = { start_ms: number; end_ms: number };

/** Hit that is playing, by its call and first word; `failed` where it cannot be played. */
export type Playing = { key: string; failed: boolean } | null;

export type HitPlayer = Pick<Observable<Playing>, 'get' | 'subscribe'> & {
  /** Plays stretches of a call's recording one after another, in milliseconds, or stops them where they are playing. */
  toggle(key: string, call_uuid: string, ...stretches: Stretch[]): void;
};

/** Padding that is played before and after a hit, in milliseconds. */
const LEAD = 300;
const TAIL = 900;

/** Plays hits one at a time, where they stand. */
export const createHitPlayer = (element: () => HTMLAudioElement | null): HitPlayer => {
  const state = createObservable<Playing>(null);
  let waiting: Stretch[] = [];
  let end = 0;
  let listening: HTMLAudioElement | null = null;
  const stop = () => {
    listening?.pause();
    state.set(null);
  };
  const begin = (audio: HTMLAudioElement): boolean => {
    const next = waiting.shift();
    if (!next) return false;
    end = next.end_ms + TAIL;
    audio.currentTime = Math.max(0, next.start_ms - LEAD) / 1000;
    return true;
  };
  const listen = (audio: HTMLAudioElement) => {
    if (listening === audio) return;
    listening = audio;
    audio.addEventListener('timeupdate', () => {
      if (state.get() && audio.currentTime * 1000 >= end && !begin(audio)) stop();
    });
    audio.addEventListener('ended', stop);
  };
  return {
    get: state.get,
    subscribe: state.subscribe,
    toggle: (key, call_uuid, ...stretches) => {
      const audio = element();
      if (!audio) return;
      if (state.get()?.key === key && !state.get()?.failed) return stop();
      listen(audio);
      waiting = [...stretches];
      const src = `/v1/calls/${call_uuid}/recording?playable=true`;
      if (!audio.src.endsWith(src)) audio.src = src;
      begin(audio);
      state.set({ key, failed: false });
      audio.play().catch(() => {
        if (state.get()?.key === key) state.set({ key, failed: true });
      });
    },
  };
};
