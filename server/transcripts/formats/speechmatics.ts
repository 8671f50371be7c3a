import { fromSeconds, providerId, speakerId, wholeSeconds } from '../reading/fields.ts';
import { isEmptyList, isText, type JsonObject, objectAt, objectsIn, someObject } from '../reading/json.ts';
import { type Item, joinMarks } from '../reading/punctuation.ts';
import { settle } from '../reading/settle.ts';
import type { Reading } from '../reading/words.ts';
import type { JsonFormat } from './format.ts';

/** A mark that attaches to nothing, such as `&`, stands between spaces: it is shown as a word. */
const attachmentOf = ({ type, attaches_to }: JsonObject): Pick<Item, 'attaches_to'> => {
  if (type !== 'punctuation' || attaches_to === 'none') return {};
  return { attaches_to: attaches_to === 'next' || attaches_to === 'both' ? attaches_to : 'previous' };
};

/** The channel's label, such as Agent, is the provider's own name for who speaks there. */
const speakerOf = (speaker: string | undefined, channel: string | undefined): string | undefined =>
  channel === undefined ? speaker : speaker === undefined ? channel : `${channel}:${speaker}`;

/**
 * Speechmatics, json-v2. Of an entity, such as a sum of money, the written form is read; `spoken_form` repeats it.
 * https://docs.speechmatics.com/speech-to-text/batch/output
 */
const readSpeechmatics = (json: JsonObject): Reading => {
  const tracks = new Map<string | undefined, Item[]>();
  for (const [index, result] of objectsIn(json.results, 'results').entries()) {
    const best = objectsIn(result.alternatives, `results[${index}].alternatives`)[0] ?? {};
    const channel = speakerId(result.channel);
    const item: Item = {
      text: best.content,
      start: fromSeconds(result.start_time),
      end: fromSeconds(result.end_time),
      confidence: best.confidence,
      speaker: speakerOf(speakerId(best.speaker, 'UU'), channel),
      ...attachmentOf(result),
    };
    const track = tracks.get(channel);
    if (track) track.push(item);
    else tracks.set(channel, [item]);
  }
  const job = objectAt(json, 'job');
  return {
    source: 'speechmatics',
    ...settle([...tracks].map(([channel, items]) => ({ words: joinMarks(items), ...(channel && { channel }) }))),
    duration: wholeSeconds(job.duration),
    provider_metadata: providerId('speechmatics_id', job.id),
  };
};

const isSpeechmatics = ({ format, results }: JsonObject) =>
  isText(format) &&
  format.startsWith('2.') &&
  (isEmptyList(results) || someObject(results, (result) => 'type' in result));

export const speechmatics: JsonFormat = { name: 'speechmatics', matches: isSpeechmatics, read: readSpeechmatics };
