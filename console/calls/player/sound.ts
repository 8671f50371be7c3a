import type { Word } from '@pharos/contract/transcripts.ts';
import { createObservable, type Observable } from '../../api/observable.ts';
import type { Playhead } from '../playhead.ts';
import { resumeAt, type Span, silenceEnd, speechOf } from './speech.ts';

export type SoundState = {
  /** True if there is a recording. */
  there: boolean;
  playing: boolean;
  /** True while it should play and is still loading. */
  waiting: boolean;
  /** Code of the browser's MediaError where it could not be fetched or decoded, else 0. */
  failed: number;
  /** Somebody wants to hear what was said after the recording's end. */
  beyond: boolean;
  /** Milliseconds, as the browser found it; null until it has begun to load. */
  duration_ms: number | null;
  /** Number of times that it went to another moment than the next. */
  moves: number;
  /** Clips that are playing, and the current one of them; else null. */
  clips: readonly Span[];
  clip: number | null;
};

/** The recording of a call, as the page's player. Without one, going to a time only moves the playhead. */
export type Sound = Pick<Observable<SoundState>, 'get' | 'subscribe'> & {
  /** True if the page scrolls along with the spoken word. */
  following: Observable<boolean>;
  /** Plays what an audio element has; the answer lets it go. */
  attach(element: HTMLAudioElement): () => void;
  start(): void;
  pause(): void;
  toggle(): void;
  /** Plays from a time, in milliseconds. */
  hear(ms: number): void;
  /** Goes there, playing or not. */
  seek(ms: number): void;
  /** Moves forward by milliseconds, or back. */
  skip(ms: number): void;
  playClips(clips: readonly Span[]): void;
  /** Stops a clip that is playing; the call itself plays on. */
  stopClips(): void;
  setRate(rate: number): void;
  skipSilence(skips: boolean): void;
};

const SILENT: SoundState = {
  there: false,
  playing: false,
  waiting: false,
  failed: 0,
  beyond: false,
  duration_ms: null,
  moves: 0,
  clips: [],
  clip: null,
};

export const createSound = (playhead: Playhead, words: () => readonly Word[]): Sound => {
  const state = createObservable<SoundState>(SILENT);
  const set = (change: Partial<SoundState>) => state.set({ ...state.get(), ...change });
  const following = createObservable(true);
  let audio: HTMLAudioElement | null = null;
  let [rate, skips] = [1, false];
  // Set by a pause and cleared by whoever goes elsewhere: only who goes on where they were hears a second again.
  let paused_at: number | null = null;
  // Where one is after the recording's end: its words may go on for longer than it does.
  let after_ms: number | null = null;

  const endClips = () => set({ clips: [], clip: null });
  const now = () => after_ms ?? (audio?.currentTime ?? 0) * 1000;
  const length = () => state.get().duration_ms ?? Number.POSITIVE_INFINITY;
  const goTo = (wanted_ms: number) => {
    const at_ms = Math.max(0, wanted_ms);
    paused_at = null;
    after_ms = at_ms > length() ? at_ms : null;
    set({ beyond: false, moves: state.get().moves + 1 });
    if (audio) audio.currentTime = at_ms / 1000;
    playhead.tell({ at_ms, playing: state.get().playing });
  };
  const play = () => {
    if (!audio) return;
    if (paused_at !== null) goTo(resumeAt(now(), performance.now() - paused_at));
    // An element that has failed plays no more until it loads anew, which takes it to the beginning.
    if (audio.error) {
      audio.load();
      goTo(playhead.get().at_ms);
    }
    audio.playbackRate = rate;
    set({ waiting: true, failed: 0 });
    // What goes wrong is told by the element's own events.
    audio.play().catch(() => set({ waiting: false }));
  };
  // A browser that is to play from the end begins at the beginning, where nobody wanted to be.
  const holdAfterEnd = () => {
    endClips();
    after_ms = playhead.get().at_ms;
    audio?.pause();
    set({ waiting: false, beyond: true });
  };
  const tick = () => {
    const at_ms = now();
    const { playing, clips, clip } = state.get();
    playhead.tell({ at_ms, playing });
    if (!playing) return;
    if (clip !== null) nextClip(at_ms, clips, clip);
    else if (skips) {
      const end = silenceEnd(speechOf(words()), at_ms);
      if (end !== null) goTo(end);
    }
  };
  const nextClip = (at_ms: number, clips: readonly Span[], clip: number) => {
    if (at_ms < (clips[clip]?.to_ms ?? 0)) return;
    const next = clips[clip + 1];
    if (next && next.from_ms < length()) {
      set({ clip: clip + 1 });
      goTo(next.from_ms);
    } else {
      endClips();
      audio?.pause();
    }
  };
  let frame = 0;
  const loop = () => {
    tick();
    frame = requestAnimationFrame(loop);
  };
  const stop = () => {
    cancelAnimationFrame(frame);
    set({ playing: false, waiting: false });
    tick();
  };

  const events: Record<string, () => void> = {
    playing: () => {
      cancelAnimationFrame(frame);
      set({ playing: true, waiting: false, failed: 0 });
      loop();
    },
    pause: () => {
      // Told after somebody has gone on already, it is of before.
      if (!isSounding()) paused_at ??= performance.now();
      stop();
    },
    ended: () => {
      paused_at = null;
      endClips();
      stop();
    },
    waiting: () => set({ waiting: true }),
    seeked: () => state.get().playing || tick(),
    // A window in the background has no frames.
    timeupdate: () => document.hidden && tick(),
    durationchange: () => {
      const seconds = audio?.duration ?? Number.NaN;
      if (!Number.isFinite(seconds)) return;
      set({ duration_ms: seconds * 1000 });
      const { waiting, playing } = state.get();
      if (waiting && !playing && playhead.get().at_ms >= length()) holdAfterEnd();
    },
    error: () => {
      const { at_ms } = playhead.get();
      stop();
      playhead.tell({ at_ms, playing: false });
      set({ failed: audio?.error?.code ?? MediaError.MEDIA_ERR_NETWORK });
    },
  };

  const hear = (ms: number) => {
    endClips();
    goTo(ms);
    following.set(true);
    if (ms < length()) play();
    else if (audio) holdAfterEnd();
  };
  // What has failed while it should be heard is not called paused by the browser.
  const isSounding = () => audio !== null && !audio.paused && audio.error === null;
  const start = () => {
    if (!audio || isSounding()) return;
    endClips();
    // A browser does so by itself, but not while it is still on its way to the end.
    if (now() >= length()) goTo(0);
    following.set(true);
    play();
  };
  // Said at once, not when the browser reports it: a key that follows closely asks whether anything plays.
  const pause = () => {
    endClips();
    if (isSounding()) paused_at = performance.now();
    audio?.pause();
    stop();
  };
  return {
    get: state.get,
    subscribe: state.subscribe,
    following,
    attach: (element) => {
      audio = element;
      for (const [name, run] of Object.entries(events)) element.addEventListener(name, run);
      const { at_ms } = playhead.get();
      if (at_ms > 0) goTo(at_ms);
      set({ there: true });
      return () => {
        for (const [name, run] of Object.entries(events)) element.removeEventListener(name, run);
        element.pause();
        stop();
        audio = null;
        state.set(SILENT);
      };
    },
    start,
    pause,
    toggle: () => (isSounding() ? pause() : start()),
    hear,
    seek: (ms) => {
      endClips();
      goTo(ms);
      following.set(true);
    },
    skip: (ms) => {
      endClips();
      if (audio) goTo(Math.min(now() + ms, length()));
    },
    playClips: (given) => {
      const [first] = given;
      if (!first || !audio) return;
      // Whoever is asked who this is stays at the question.
      following.set(false);
      set({ clips: given, clip: 0 });
      goTo(first.from_ms);
      if (first.from_ms < length()) play();
      else holdAfterEnd();
    },
    stopClips: () => {
      if (state.get().clip !== null) pause();
    },
    setRate: (wanted) => {
      rate = wanted;
      if (audio) audio.playbackRate = rate;
    },
    skipSilence: (wanted) => {
      skips = wanted;
    },
  };
};
