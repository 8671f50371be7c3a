import type { Texts } from '../texts/english.ts';
import type { Voice } from './voices.ts';

/** What a voice is called on the page: its name, or a letter until it has one. */
export const voiceName = (voice: Voice, calls: Texts['calls']): string =>
  voice.name ?? (voice.id === null ? calls.nobody : calls.voice(voice.letter));
