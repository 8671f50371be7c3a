import { NotImportable } from '../not-importable.ts';
import { type JsonObject, objectsIn, someObject } from '../reading/json.ts';
import { readCues } from '../reading/read-cues.ts';
import { speakerIn } from '../reading/speaker-keys.ts';
import { timesIn } from '../reading/timed-item.ts';
import type { Reading } from '../reading/words.ts';
import type { JsonFormat } from './format.ts';

/** Transcripts of Podcasting 2.0 in JSON. https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md */
const readPodcast = (json: JsonObject): Reading =>
  readCues(
    objectsIn(json.segments, 'segments').map((segment, i) => {
      const { body = '' } = segment;
      if (typeof body !== 'string') throw new NotImportable(`"segments[${i}].body" is not a text.`);
      return { ...timesIn(segment), parts: [{ text: body, name: speakerIn(segment) }] };
    }),
  );

export const podcast: JsonFormat = {
  name: 'podcast',
  matches: (json) => someObject(json.segments, (s) => 'startTime' in s),
  read: readPodcast,
};
