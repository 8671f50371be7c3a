import { NotImportable } from '../not-importable.ts';
import { providerId, speakerId, wholeSeconds } from '../reading/fields.ts';
import { isEmptyList, type JsonObject, objectAt, objectsIn, someObject } from '../reading/json.ts';
import { type Item, joinMarks } from '../reading/punctuation.ts';
import { settle } from '../reading/settle.ts';
import type { Reading, Track } from '../reading/words.ts';
import type { JsonFormat } from './format.ts';

const itemOf = (item: JsonObject, speaker: string | undefined): Item => ({
  text: item.Content,
  start: item.BeginOffsetMillis,
  end: item.EndOffsetMillis,
  confidence: item.Confidence,
  speaker,
  ...(item.Type === 'punctuation' && { attaches_to: 'previous' }),
});

const tracksOf = (json: JsonObject): Track[] => {
  const tracks = new Map<string | undefined, Item[]>();
  for (const [i, turn] of objectsIn(json.Transcript, 'Transcript').entries()) {
    const speaker = speakerId(turn.ParticipantRole);
    const items = objectsIn(turn.Items, `Transcript[${i}].Items`);
    if (items.length === 0 && turn.Content) {
      throw new NotImportable(
        `"Transcript[${i}]" has text but no items with times. Fetch the complete result.`,
        'untimed',
      );
    }
    const track = tracks.get(speaker) ?? [];
    tracks.set(speaker, track);
    for (const item of items) track.push(itemOf(item, speaker));
  }
  return [...tracks].map(([channel, items]) => ({ words: joinMarks(items), ...(channel && { channel }) }));
};

/**
 * AWS Transcribe Call Analytics: times are whole milliseconds, and each of the two roles is a channel, so that turns
 * overlap. A redacted word has no confidence.
 * https://docs.aws.amazon.com/transcribe/latest/dg/tca-output-batch.html
 */
const readAwsCallAnalytics = (json: JsonObject): Reading => {
  const { TotalConversationDurationMillis: ms } = objectAt(json, 'ConversationCharacteristics');
  return {
    source: 'aws_transcribe',
    ...settle(tracksOf(json)),
    duration: wholeSeconds(typeof ms === 'number' ? ms / 1000 : ms),
    provider_metadata: providerId('aws_transcribe_job_name', json.JobName),
  };
};

const isAwsCallAnalytics = ({ Transcript }: JsonObject) =>
  isEmptyList(Transcript) || someObject(Transcript, (turn) => 'ParticipantRole' in turn);

export const awsCallAnalytics: JsonFormat = {
  name: 'aws_call_analytics',
  matches: isAwsCallAnalytics,
  read: readAwsCallAnalytics,
};
