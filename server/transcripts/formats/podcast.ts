import { NotImportable } from '../not-importable.ts';
import { fromSeconds } from '../reading/fields.ts';
import { type JsonObject, objectsIn } from '../reading/json.ts';
import { readCues } from '../reading/read-cues.ts';
import type { Reading } from '../reading/words.ts';

/** Transcripts of Podcasting 2.0 in JSON. https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md */
export const readPodcast = (json: JsonObject): Reading =>
  readCues(
    objectsIn(json.segments, 'segments').map(({ startTime, endTime, body = '', speaker }, i) => {
      if (typeof body !== 'string') throw new NotImportable(`"segments[${i}].body" is not a text.`);
      const name = typeof speaker === 'string' ? speaker : undefined;
      return { start: fromSeconds(startTime), end: fromSeconds(endTime), parts: [{ text: body, name }] };
    }),
  );
