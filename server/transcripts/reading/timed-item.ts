import { NotImportable } from '../not-importable.ts';
import { fromDecimal, fromSeconds, isTime } from './fields.ts';
import type { JsonObject } from './json.ts';
import { speakerIn } from './speaker-keys.ts';
import type { RawWord, Segment } from './words.ts';

// Words and segments of programs that agree on little: the Whisper family and its kin.

/** Start and end of an item in milliseconds: `start`, `start_time`, `startTime`, `start_ms`, or `timestamp: [start, end]`. */
export const timesIn = (item: JsonObject): { start: unknown; end: unknown } => {
  const [from, to] = Array.isArray(item.timestamp) ? item.timestamp : [];
  const start = item.start ?? item.start_time ?? item.startTime ?? from;
  const end = item.end ?? item.end_time ?? item.endTime ?? to;
  return {
    start: item.start_ms ?? item.startMs ?? fromSeconds(fromDecimal(start)),
    end: item.end_ms ?? item.endMs ?? fromSeconds(fromDecimal(end)),
  };
};

/** Tells an item that has text and says when it was said. */
export const isTimedText = (item: JsonObject): boolean =>
  (typeof item.text === 'string' || typeof item.word === 'string') && timesIn(item).start !== undefined;

/** The text of a segment; throws NotImportable, naming its place, where it is not one. */
export const textIn = ({ text }: JsonObject, place: string): string => {
  if (text === undefined || text === null) return '';
  if (typeof text !== 'string') throw new NotImportable(`"${place}.text" is not a text.`);
  return text;
};

export const wordOf = (word: JsonObject, speaker: string | undefined, within: Segment): RawWord => ({
  text: word.word ?? word.text,
  ...timesIn(word),
  confidence: word.probability ?? word.confidence ?? word.score,
  speaker: speakerIn(word) ?? speaker,
  within,
});

const bound = (ms: unknown): number | undefined => (isTime(ms) ? ms : undefined);

/** The part of a recording between two times in milliseconds, and its text; what is no time or no text is left out. */
export const segmentAt = ({ start, end }: { start: unknown; end: unknown }, text: unknown): Segment => ({
  start: bound(start),
  end: bound(end),
  ...(typeof text === 'string' && { text }),
});

export const segmentOf = (segment: JsonObject, place: string): Segment =>
  segmentAt(timesIn(segment), textIn(segment, place));
