import { Source, type Word } from '@pharos/contract/transcripts.ts';
import { NotImportable } from '../not-importable.ts';
import { confidenceOf, isStorable, textOf } from '../reading/fields.ts';
import { isEmptyList, isObject, type JsonObject, objectsIn, someObject } from '../reading/json.ts';
import type { Reading } from '../reading/words.ts';
import type { JsonFormat } from './format.ts';

const { enum: sources } = Source as unknown as { enum: readonly Source[] };
const isSource = (source: unknown): source is Source => sources.some((known) => known === source);

const required = <T>(value: T | undefined, field: string, place: string): T => {
  if (value === undefined) throw new NotImportable(`${place} has no "${field}".`);
  return value;
};

/** Keeps a speaker's id as it is, unlike a provider's. */
const speakerOf = (speaker: unknown): string => {
  if (typeof speaker === 'string' && isStorable(speaker)) return speaker;
  throw new NotImportable('A speaker is no text that can be stored. Correct the file.');
};

const msOf = (ms: unknown, field: string, place: string): number => {
  if (typeof ms !== 'number' || !Number.isFinite(ms)) throw new NotImportable(`${place} has no "${field}".`);
  if (ms < 0) throw new NotImportable(`${place} has a negative time.`);
  return ms + 0; // -0 becomes 0
};

const wordOf = (json: JsonObject, index: number): Word => {
  const place = `Word ${index}`;
  const word: Word = {
    text: textOf(json.text, place),
    start_ms: msOf(json.start_ms, 'start_ms', place),
    end_ms: msOf(json.end_ms, 'end_ms', place),
    confidence: required(confidenceOf(json.confidence, place), 'confidence', place),
  };
  if (json.speaker === null) word.speaker = null;
  else if (json.speaker !== undefined) word.speaker = speakerOf(json.speaker);
  return word;
};

/** An export carries the call's labels; those that are names are names again. */
const namesIn = (labels: unknown): Record<string, string> => {
  const named = Object.entries(isObject(labels) ? labels : {}).filter((entry): entry is [string, string] => {
    const [id, label] = entry;
    return id !== '__proto__' && typeof label === 'string' && label !== '' && isStorable(id) && isStorable(label);
  });
  return Object.fromEntries(named);
};

/** Our own transcript, as our own export writes it or by itself: checked, never repaired, its words kept in their order. */
const readPharos = ({ source, words, speaker_labels }: JsonObject): Reading => {
  if (!isSource(source)) throw new NotImportable(`"source" is none of ${sources.join(', ')}.`);
  const names = namesIn(speaker_labels);
  return { source, words: objectsIn(words, 'words').map(wordOf), repaired: {}, warnings: [], names };
};

const isPharos = (json: JsonObject) =>
  'source' in json && (isEmptyList(json.words) || someObject(json.words, (word) => 'start_ms' in word));

export const pharos: JsonFormat = { name: 'pharos', matches: isPharos, read: readPharos };
