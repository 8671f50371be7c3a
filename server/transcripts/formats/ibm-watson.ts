import { NotImportable } from '../not-importable.ts';
import { fromSeconds, providerId, speakerId } from '../reading/fields.ts';
import { hasList, isText, type JsonObject, objectsIn, someObject } from '../reading/json.ts';
import { settle } from '../reading/settle.ts';
import { speakersOver } from '../reading/speaker-turns.ts';
import type { RawWord, Reading } from '../reading/words.ts';
import type { JsonFormat } from './format.ts';

/** Times are `["word", start, end]`, confidences `["word", 0.9]`: by the same index. */
const listsIn = (value: unknown): unknown[][] => (Array.isArray(value) ? value.filter(Array.isArray) : []);

const wordsOf = (result: JsonObject, place: string, speakerAt: (ms: unknown) => string | undefined): RawWord[] => {
  const best = objectsIn(result.alternatives, `${place}.alternatives`)[0] ?? {};
  const timestamps = listsIn(best.timestamps);
  const confidences = listsIn(best.word_confidence);
  if (timestamps.length === 0 && isText(best.transcript) && best.transcript.trim() !== '') {
    throw new NotImportable(
      'This IBM Watson result has text but no times of its words. Transcribe again with timestamps=true.',
      'untimed',
    );
  }
  const within = { start: undefined, end: undefined, text: isText(best.transcript) ? best.transcript : '' };
  return timestamps.map(([text, from, to], i) => {
    const start = fromSeconds(from);
    const confidence = confidences[i]?.[1] ?? best.confidence;
    return { text, start, end: fromSeconds(to), confidence, speaker: speakerAt(start), within };
  });
};

const wordsIn = (part: JsonObject, place: string): RawWord[] => {
  const labels = objectsIn(part.speaker_labels, `${place}speaker_labels`);
  const speakerAt = speakersOver(
    labels.map(({ from, to, speaker }) => ({
      start: fromSeconds(from),
      end: fromSeconds(to),
      speaker: speakerId(speaker),
    })),
  );
  return objectsIn(part.results, `${place}results`)
    .filter((result) => result.final !== false)
    .flatMap((result, i) => wordsOf(result, `${place}results[${i}]`, speakerAt));
};

/**
 * IBM Watson Speech to Text: the answer of `recognize`, or a finished job, whose `results` hold such answers. Who speaks
 * stands beside the words, by their times.
 * https://cloud.ibm.com/apidocs/speech-to-text
 */
const readIbmWatson = (json: JsonObject): Reading => {
  const answers = someObject(json.results, isAnswer) ? objectsIn(json.results, 'results') : [json];
  const words = answers.flatMap((answer, i) => wordsIn(answer, answer === json ? '' : `results[${i}].`));
  return { source: 'ibm_watson', ...settle([{ words }]), provider_metadata: providerId('ibm_watson_id', json.id) };
};

const isAnswer = (json: JsonObject): boolean =>
  hasList(json, 'results') && ('result_index' in json || someObject(json.results, isResult));

const isResult = (result: JsonObject): boolean =>
  'final' in result ||
  someObject(result.alternatives, ({ timestamps, word_confidence }) =>
    [timestamps, word_confidence].some((list) => Array.isArray(list) && Array.isArray(list[0])),
  );

export const ibmWatson: JsonFormat = {
  name: 'ibm_watson',
  matches: (json) => isAnswer(json) || someObject(json.results, isAnswer),
  read: readIbmWatson,
};
