import type { FieldChange } from '@pharos/contract/versions.ts';
import { nameOf } from '../transcript/voices.ts';

/** One difference: a field or, with `voice`, the name or the side of one speaker. */
export type FieldLine = { field: string; voice: string | null; before: unknown; after: unknown };

/** Fields with a value for each speaker. */
const OF_VOICES = ['speaker_labels', 'speaker_sides'];

/** Changed fields, line by line; of the speakers' names and sides only those that changed. */
export const linesOf = (changes: readonly FieldChange[]): FieldLine[] =>
  changes.flatMap(({ field, before, after }): FieldLine[] => {
    if (!OF_VOICES.includes(field)) return [{ field, voice: null, before, after }];
    const [names, now] = [new Map(Object.entries(before ?? {})), new Map(Object.entries(after ?? {}))];
    const lines = [...new Set([...names.keys(), ...now.keys()])]
      .map((voice) => ({ field, voice, before: nameOf(names.get(voice)), after: nameOf(now.get(voice)) }))
      .filter((line) => line.before !== line.after);
    return lines.length > 0 ? lines : [{ field, voice: null, before, after }];
  });
