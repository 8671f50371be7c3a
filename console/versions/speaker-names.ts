import type { Word } from '@pharos/contract/transcripts.ts';
import { voiceName } from '../naming/voice-name.ts';
import type { Texts } from '../texts/english.ts';
import { labelOf, nameOf, voicesOf } from '../transcript/voices.ts';

/** Names of speakers by id, under some labels; without a label `Speaker A`, in the order of their first words. */
export const speakerNames = (words: readonly Word[], labels: Record<string, unknown>, { calls }: Texts) => {
  const known = new Map(voicesOf(words, {}).map((voice) => [voice.id, voiceName(voice, calls)]));
  return (id: string): string => nameOf(labelOf(labels, id)) ?? known.get(id) ?? id;
};
