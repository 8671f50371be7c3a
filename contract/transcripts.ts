import Type, { type Static } from 'typebox';
import { named, nullable, oneOf } from './table/schema.ts';

/** Source of a transcript. `deepgram` and `assembly_ai` are the public API's names; the others are Pharos' own. */
export const Source = oneOf([
  'deepgram',
  'assembly_ai',
  'whisper',
  'aws_transcribe',
  'google',
  'azure',
  'rev_ai',
  'speechmatics',
  'gladia',
  'eleven_labs',
  'ibm_watson',
  'soniox',
  'subtitles',
  'manual',
]);
export type Source = Static<typeof Source>;

/** Names of the services; words written by people or taken from subtitles have none. */
export const SOURCE_NAMES: Readonly<Record<Exclude<Source, 'subtitles' | 'manual'>, string>> = {
  deepgram: 'Deepgram',
  assembly_ai: 'AssemblyAI',
  whisper: 'Whisper',
  aws_transcribe: 'Amazon Transcribe',
  google: 'Google',
  azure: 'Azure',
  rev_ai: 'Rev AI',
  speechmatics: 'Speechmatics',
  gladia: 'Gladia',
  eleven_labs: 'ElevenLabs',
  ibm_watson: 'IBM Watson',
  soniox: 'Soniox',
};

/** Maximum size of a word's `text`, in UTF-8 bytes. */
export const MAX_WORD_BYTES = 8192;

/**
 * One spoken word, kept exactly as sent: words may overlap, run backwards in time, or end before they start.
 * `start_ms`, `end_ms`: milliseconds from the start of the recording. `confidence`: usually 0…1; 0 means unknown.
 */
export const Word = named('Word', {
  text: Type.String({
    maxLength: MAX_WORD_BYTES,
    description: 'The word as displayed; may contain spaces. At most 8 KiB.',
  }),
  start_ms: Type.Number({ minimum: 0, description: 'Milliseconds from the start of the recording.' }),
  end_ms: Type.Number({ minimum: 0, description: 'Milliseconds from the start of the recording.' }),
  confidence: Type.Number({ description: 'Usually 0 to 1; 0 means unknown.' }),
  speaker: Type.Optional(
    nullable(Type.String({ description: "The provider's speaker id, the key in speaker_labels." })),
  ),
});
export type Word = Static<typeof Word>;

/** Transcript, replaced whole and never merged. */
export const Transcript = named('Transcript', { source: Source, words: Type.Array(Word) });
export type Transcript = Static<typeof Transcript>;

/** Codes of what is doubtful in an imported file. */
export const IMPORT_WARNINGS = [
  'lines_outside_cues',
  'lines_untimed',
  'no_words',
  'speakers_unread',
  'speech_too_fast',
  'speech_twice',
  'times_unread',
  'words_too_short',
  'words_unread',
  'words_untimed',
] as const;
export type ImportWarning = (typeof IMPORT_WARNINGS)[number];

/** Report of an import: what it found and what it repaired. */
export const ImportReport = named('ImportReport', {
  format: Type.String({ description: 'The detected format, such as deepgram, whisperx or vtt.' }),
  words: Type.Integer({ minimum: 0 }),
  speakers: Type.Integer({ minimum: 0 }),
  repaired: Type.Record(Type.String(), Type.Integer(), { description: 'Number of repairs by kind.' }),
  estimated_times: Type.Boolean({ description: 'True if word times were estimated from a longer cue.' }),
  warnings: Type.Array(Type.String()),
});
export type ImportReport = Static<typeof ImportReport>;

/** Export formats of a transcript, each with its media type and file extension. */
export const EXPORT_FORMATS = {
  json: { content_type: 'application/json; charset=utf-8', extension: 'json' },
  txt: { content_type: 'text/plain; charset=utf-8', extension: 'txt' },
  md: { content_type: 'text/markdown; charset=utf-8', extension: 'md' },
  srt: { content_type: 'application/x-subrip; charset=utf-8', extension: 'srt' },
  vtt: { content_type: 'text/vtt; charset=utf-8', extension: 'vtt' },
  csv: { content_type: 'text/csv; charset=utf-8; header=present', extension: 'csv' },
  docx: {
    content_type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
  },
  pdf: { content_type: 'application/pdf', extension: 'pdf' },
} as const;
export const ExportFormat = oneOf(['json', 'txt', 'md', 'srt', 'vtt', 'csv', 'docx', 'pdf']);
export type ExportFormat = Static<typeof ExportFormat>;

/** Language of what a document says around the words. */
export const ExportLanguage = oneOf(['en', 'es']);
export type ExportLanguage = Static<typeof ExportLanguage>;

/** Kinds of numbers that can be left out of a transcript; `bank_account` is account and routing numbers. */
export const REDACTION_KINDS = [
  'card_number',
  'social_security_number',
  'bank_account',
  'date_of_birth',
  'security_code',
] as const;
export const RedactionKind = oneOf(REDACTION_KINDS);
export type RedactionKind = Static<typeof RedactionKind>;
