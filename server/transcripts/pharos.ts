import { Source, type Word } from '@pharos/contract/transcripts.ts';
import { confidenceOf, speakerId, textOf, timeOf } from './fields.ts';
import { type JsonObject, objectsIn } from './json.ts';
import { NotImportable } from './not-importable.ts';
import type { Reading } from './words.ts';

const { enum: sources } = Source as unknown as { enum: readonly Source[] };
const isSource = (source: unknown): source is Source => sources.some((known) => known === source);

const required = <T>(value: T | undefined, field: string, place: string): T => {
  if (value === undefined) throw new NotImportable(`${place} has no "${field}".`);
  return value;
};

const wordOf = (json: JsonObject, index: number): Word => {
  const place = `Word ${index}`;
  const word: Word = {
    text: textOf(json.text, place),
    start_ms: required(timeOf(json.start_ms, place), 'start_ms', place),
    end_ms: required(timeOf(json.end_ms, place), 'end_ms', place),
    confidence: required(confidenceOf(json.confidence, place), 'confidence', place),
  };
  const speaker = speakerId(json.speaker);
  if (speaker !== undefined) word.speaker = speaker;
  return word;
};

/** Our own transcript: checked, never repaired, its words kept in their order. */
export const readPharos = ({ source, words }: JsonObject): Reading => {
  if (!isSource(source)) throw new NotImportable(`"source" is none of ${sources.join(', ')}.`);
  return { source, words: objectsIn(words, 'words').map(wordOf), repaired: {}, warnings: [] };
};
