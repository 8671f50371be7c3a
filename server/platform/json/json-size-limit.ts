import { FREE_OBJECT_LIMIT } from '@pharos/contract/calls.ts';
import { invalid, problem } from '../errors/errors.ts';

/** Refuses a free-form object whose JSON is longer than 1 MiB. */
export const requireJsonSize = (fields: { speaker_labels?: unknown; provider_metadata?: unknown }): void => {
  for (const name of ['speaker_labels', 'provider_metadata'] as const) {
    const size = Buffer.byteLength(JSON.stringify(fields[name] ?? null));
    if (size <= FREE_OBJECT_LIMIT) continue;
    throw invalid(
      problem(`/${name}`, 'too_many_bytes', `must have at most ${FREE_OBJECT_LIMIT} bytes of JSON, not ${size}`),
    );
  }
};
