import { createObservable, type Observable } from '../api/observable.ts';

/** Hit that is playing, by its call and first word; `failed` where it cannot be played. */
export type Playing = { key: string; failed: boolean } | null;

export type HitPlayer = Pick<Observable<Playing>, 'get' | 'subscribe'> & {
  /** Plays a stretch of a call's recording, in milliseconds, or stops it where it is playing. */
  toggle(key: string, call_uuid: string, start_ms: number, end_ms: number): void;
};

/** Padding that is played before and after a hit, in milliseconds. */
const LEAD = 300;
const TAIL = 900;

/** Plays hits one at a time, where they stand. */
export const createHitPlayer = (element: () => HTMLAudioElement | null): HitPlayer => {
  const state = createObservable<Playing>(null);
  let end = 0;
  let listening: HTMLAudioElement | null = null;
  const stop = () => {
    listening?.pause();
    state.set(null);
  };
  const listen = (audio: HTMLAudioElement) => {
    if (listening === audio) return;
    listening = audio;
    audio.addEventListener('timeupdate', () => {
      if (state.get() && audio.currentTime * 1000 >= end) stop();
    });
    audio.addEventListener('ended', stop);
  };
  return {
    get: state.get,
    subscribe: state.subscribe,
    toggle: (key, call_uuid, start_ms, end_ms) => {
      const audio = element();
      if (!audio) return;
      if (state.get()?.key === key && !state.get()?.failed) return stop();
      listen(audio);
      end = end_ms + TAIL;
      const src = `/v1/calls/${call_uuid}/recording?playable=true`;
      if (!audio.src.endsWith(src)) audio.src = src;
      audio.currentTime = Math.max(0, start_ms - LEAD) / 1000;
      state.set({ key, failed: false });
      audio.play().catch(() => {
        if (state.get()?.key === key) state.set({ key, failed: true });
      });
    },
  };
};
