import { NotImportable } from '../not-importable.ts';
import { fromDecimal, fromSeconds, providerId, speakerId } from '../reading/fields.ts';
import { isObject, type JsonObject, objectAt, objectsIn } from '../reading/json.ts';
import { type Item, joinMarks } from '../reading/punctuation.ts';
import { settle } from '../reading/settle.ts';
import type { Reading, Track } from '../reading/words.ts';
import type { JsonFormat } from './format.ts';

const placeIn = ({ start_time, end_time }: JsonObject): string => JSON.stringify([start_time, end_time]);

/** Older files name the speaker of an item only in `speaker_labels`, by its times as they are written. */
const speakersByTime = (results: JsonObject): Map<string, unknown> => {
  const segments = objectsIn(objectAt(results, 'speaker_labels').segments, 'results.speaker_labels.segments');
  return new Map(
    segments.flatMap((segment, i) =>
      objectsIn(segment.items, `results.speaker_labels.segments[${i}].items`).map((item): [string, unknown] => [
        placeIn(item),
        item.speaker_label ?? segment.speaker_label,
      ]),
    ),
  );
};

const itemOf = (item: JsonObject, place: string, speaker: string | undefined): Item => {
  const best = objectsIn(item.alternatives, `${place}.alternatives`)[0] ?? {};
  return {
    text: best.content,
    start: fromSeconds(fromDecimal(item.start_time)),
    end: fromSeconds(fromDecimal(item.end_time)),
    confidence: fromDecimal(best.confidence),
    speaker,
    ...(item.type === 'punctuation' && { attaches_to: 'previous' }),
  };
};

const tracksOf = (results: JsonObject): Track[] => {
  const channels = objectsIn(objectAt(results, 'channel_labels').channels, 'results.channel_labels.channels');
  if (channels.length > 0) {
    return channels.map((channel, i) => {
      const place = `results.channel_labels.channels[${i}].items`;
      const label = speakerId(channel.channel_label) ?? `ch_${i}`;
      const items = objectsIn(channel.items, place).map((item, j) => itemOf(item, `${place}[${j}]`, label));
      return { words: joinMarks(items), channel: label };
    });
  }
  const speakers = speakersByTime(results);
  const items = objectsIn(results.items, 'results.items').map((item, i) =>
    itemOf(item, `results.items[${i}]`, speakerId(item.speaker_label ?? speakers.get(placeIn(item)))),
  );
  return [{ words: joinMarks(items) }];
};

/**
 * AWS Transcribe. All numbers are written as text; punctuation has no times. With channel identification the items
 * stand once more in each channel, and only there they say whose they are. A redacted word has no confidence of its own.
 * https://docs.aws.amazon.com/transcribe/latest/dg/how-input.html
 */
const readAws = (json: JsonObject): Reading => {
  const results = objectAt(json, 'results');
  const tracks = tracksOf(results);
  const transcripts = objectsIn(results.transcripts, 'results.transcripts');
  if (tracks.every(({ words }) => words.length === 0) && transcripts.some(({ transcript }) => transcript)) {
    throw new NotImportable(
      'This AWS Transcribe result has text but no items with times. Fetch the complete result.',
      'untimed',
    );
  }
  return {
    source: 'aws_transcribe',
    ...settle(tracks),
    provider_metadata: providerId('aws_transcribe_job_name', json.jobName),
  };
};

const isAws = ({ results }: JsonObject) => isObject(results) && ('items' in results || 'transcripts' in results);

export const aws: JsonFormat = { name: 'aws', matches: isAws, read: readAws };
