import { NotImportable, type Objection } from '../not-importable.ts';
import { itemListsIn } from '../reading/item-lists.ts';
import { isObject, isText, type JsonObject, objectAt } from '../reading/json.ts';
import type { Refused } from './format.ts';

const saying =
  (message: string, objection: Objection): (() => NotImportable) =>
  () =>
    new NotImportable(message, objection);

const failed = (what: string) =>
  saying(`This is ${what}, not a transcript. Correct what it complains of and transcribe again.`, 'failed');

/** Tells whether JSON has words with times anywhere in it, in any format. */
export const hasTimedWords = (json: unknown): boolean =>
  itemListsIn(json).some(({ letters, time_key }) => letters > 0 && time_key !== undefined);

const jobOf = (json: JsonObject): JsonObject => [json.job, json.TranscriptionJob].find(isObject) ?? json;

const isJob = (json: JsonObject): boolean => {
  const { id, status, self, done } = json;
  const hasState = isText(status) && (isText(id) || isText(self));
  return (hasState || jobOf(json) !== json || done === false) && !hasTimedWords(json);
};

const jobState = (json: JsonObject): NotImportable => {
  const { status, TranscriptionJobStatus } = jobOf(json);
  const state = String(status ?? TranscriptionJobStatus ?? json.state ?? '').toLowerCase();
  if (/fail|error|reject|cancel/.test(state)) {
    return new NotImportable(
      'This is the state of a transcription job that failed. It says why; correct that and transcribe again.',
      'failed',
    );
  }
  if (/complete|done|succe|finish|ready/.test(state) || json.done === true) {
    return new NotImportable(
      'This is the state of a transcription job that is completed, without its words. Fetch the result of the job.',
      'partial',
    );
  }
  return new NotImportable(
    'This is the state of a transcription job, not a transcript. Fetch the result once it is completed.',
    'not_ready',
  );
};

/** JSON that is something else than a transcript. The first match counts. */
export const REFUSED_JSON: readonly Refused<JsonObject>[] = [
  {
    matches: (json) => 'transcript_id' in json && 'status' in json,
    refuse: saying(
      'This is the webhook message of AssemblyAI, not the transcript. Fetch the transcript with that id.',
      'partial',
    ),
  },
  {
    matches: (json) => Array.isArray(json.transcripts) && 'page_details' in json,
    refuse: saying(
      'This is a list of transcripts at AssemblyAI, without their words. Fetch each by its id: GET /v2/transcript/{id}.',
      'partial',
    ),
  },
  {
    matches: (json) => Array.isArray(json.matches) && 'total_count' in json,
    refuse: saying(
      'This is a search for words in a transcript at AssemblyAI. Fetch the transcript by its id: GET /v2/transcript/{id}.',
      'partial',
    ),
  },
  {
    matches: (json) => isObject(json.transcript) || isObject(objectAt(json, 'data').transcript),
    refuse: saying('This is a whole call, not a transcript. Hand in what stands in its "transcript".', 'partial'),
  },
  {
    matches: ({ type, channel }) => type === 'Turn' || (type === 'Results' && isObject(channel)),
    refuse: saying('This is one message of a real-time speech service. Hand in the final result.', 'partial'),
  },
  {
    matches: (json) => 'err_code' in json || ('category' in json && 'request_id' in json),
    refuse: failed('an error message of Deepgram'),
  },
  {
    matches: (json) => Boolean(json.error ?? json.detail) && !hasTimedWords(json),
    refuse: failed('an error message'),
  },
  {
    matches: (json) => isText(json.request_id) && Object.keys(json).length === 1,
    refuse: saying(
      "This is Deepgram's note that it took the recording. The transcript arrives at the callback address.",
      'not_ready',
    ),
  },
  {
    matches: (json) => isText(json.text) && !hasTimedWords(json),
    refuse: saying(
      'This is a transcript without times. Transcribe again, asking for word timestamps (verbose_json at OpenAI).',
      'untimed',
    ),
  },
  { matches: isJob, refuse: jobState },
];

const asSubtitles = (what: string) =>
  saying(`This is ${what}, which Pharos does not read. Save it as WebVTT or SRT.`, 'unknown_format');

/** Text that is something else than a transcript, or one in a format without a reader. */
export const REFUSED_TEXT: readonly Refused<string>[] = [
  { matches: (text) => /^\{\\rtf/.test(text), refuse: asSubtitles('a document in rich text (RTF)') },
  {
    matches: (text) => /^\{\d+\}\{\d+\}/.test(text),
    refuse: asSubtitles('a MicroDVD subtitle file, with frames instead of times'),
  },
  {
    matches: (text) => /^(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)?<tt[\s:>]/i.test(text),
    refuse: asSubtitles('a TTML subtitle file'),
  },
  { matches: (text) => /^<sami[\s>]/i.test(text), refuse: asSubtitles('a SAMI subtitle file') },
  { matches: (text) => /^<\?xml/i.test(text), refuse: asSubtitles('an XML file') },
  {
    matches: (text) => /^<(!doctype\s+html|html|head|body)[\s>]/i.test(text),
    refuse: saying('This is a web page, not a transcript. Download the file itself.', 'is_document'),
  },
];
