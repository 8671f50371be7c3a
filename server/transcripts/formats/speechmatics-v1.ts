import { endOf, fromDecimal, fromSeconds, providerId, speakerId, wholeSeconds } from '../reading/fields.ts';
import { type JsonObject, objectAt, objectsIn, someObject } from '../reading/json.ts';
import { type Item, joinMarks } from '../reading/punctuation.ts';
import { settle } from '../reading/settle.ts';
import { speakersOver } from '../reading/speaker-turns.ts';
import type { Reading } from '../reading/words.ts';
import type { JsonFormat } from './format.ts';

const MARK = /^[.,!?;:]$/;

const timesOf = ({ time, duration }: JsonObject) => {
  const start = fromDecimal(time);
  return { start: fromSeconds(start), end: fromSeconds(endOf(start, fromDecimal(duration))) };
};

/** Speechmatics before json-v2: all numbers are text, and speakers are turns beside the words. Marks are words. */
const readSpeechmaticsV1 = (json: JsonObject): Reading => {
  const turns = objectsIn(json.speakers, 'speakers');
  const speakerAt = speakersOver(turns.map((turn) => ({ ...timesOf(turn), speaker: speakerId(turn.name, 'UU') })));
  const items = objectsIn(json.words, 'words').map((word): Item => {
    const { start, end } = timesOf(word);
    const isMark = typeof word.name === 'string' && MARK.test(word.name);
    return {
      text: word.name,
      start,
      end,
      confidence: fromDecimal(word.confidence),
      speaker: speakerAt(start),
      ...(isMark && { attaches_to: 'previous' }),
    };
  });
  const job = objectAt(json, 'job');
  return {
    source: 'speechmatics',
    ...settle([{ words: joinMarks(items) }]),
    duration: wholeSeconds(fromDecimal(job.duration)),
    provider_metadata: providerId('speechmatics_id', typeof job.id === 'number' ? String(job.id) : job.id),
  };
};

export const speechmaticsV1: JsonFormat = {
  name: 'speechmatics_v1',
  matches: (json) => someObject(json.words, (w) => 'name' in w) && 'speakers' in json,
  read: readSpeechmaticsV1,
};
