import type { Texts } from '../texts/english.ts';
import { isolate } from '../texts/isolate.ts';
import type { Voice } from '../transcript/voices.ts';

/** Name of a speaker, or `Speaker A` until they have one. */
export const voiceName = (voice: Voice, calls: Texts['calls']): string =>
  isolate(voice.name ?? '') || (voice.id === null ? calls.unknown_speaker : calls.speaker(voice.letter));

/** Short name for the margin: “Anna Hollis” of “Anna Hollis, daughter”, unless someone else has the same one. */
export const shortName = (voice: Voice, voices: readonly Voice[], calls: Texts['calls']): string => {
  if (voice.name === null) return voiceName(voice, calls);
  const { name } = voice;
  const short = (name: string) => name.split(/[,،]/, 1)[0]?.trim() || name;
  const alike = voices.filter((other) => other.name !== null && short(other.name) === short(name));
  return isolate(alike.some((other) => other.name !== name) ? name : short(name));
};
