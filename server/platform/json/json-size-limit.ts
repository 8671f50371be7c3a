import { FREE_OBJECT_LIMIT } from '@pharos/contract/calls.ts';
import { invalid, problem } from '../errors/errors.ts';

const FREE_OBJECTS = ['speaker_labels', 'speaker_sides', 'provider_metadata'] as const;

/** Refuses a free-form object whose JSON is longer than 1 MiB. */
export const requireJsonSize = (fields: Partial<Record<(typeof FREE_OBJECTS)[number], unknown>>): void => {
  for (const name of FREE_OBJECTS) {
    const size = Buffer.byteLength(JSON.stringify(fields[name] ?? null));
    if (size <= FREE_OBJECT_LIMIT) continue;
    throw invalid(
      problem(`/${name}`, 'too_many_bytes', `must have at most ${FREE_OBJECT_LIMIT} bytes of JSON, not ${size}`),
    );
  }
};
