import type { Source, Word } from '@pharos/contract/transcripts.ts';
import { confidenceOf, textOf, timeOf } from './fields.ts';
import { fillTimes, type Span } from './fill-times.ts';
import { warningsFor } from './warnings.ts';

/** A word as the file has it, times in milliseconds. `settle` checks what is unknown here: it knows the index. */
export type RawWord = {
  text: unknown;
  start: unknown;
  end: unknown;
  confidence?: unknown;
  speaker?: string | undefined;
  /** The segment around the word: bounds for times that are missing. */
  within?: Span | undefined;
  /** The start of the cue whose time the word shares: words of a cue stay together, in the cue's place. */
  cue_start?: number | undefined;
};

/** The words of one channel, or of the whole recording. */
export type Track = { words: readonly RawWord[]; channel?: string };

/** How often each kind of repair was made. */
export type Repairs = Record<string, number>;

/** What a format's reader makes of a file. `duration` in whole seconds. */
export type Reading = {
  source: Source;
  words: Word[];
  repaired: Repairs;
  warnings: string[];
  estimated_times?: boolean;
  duration?: number | undefined;
  provider_metadata?: Record<string, string>;
  names?: Record<string, string>;
};

type Checked = {
  text: string;
  start: number | undefined;
  end: number | undefined;
  confidence: number;
  speaker: string | undefined;
  within: Span | undefined;
  cue_start: number | undefined;
};

type Placed = { word: Word; at: number };

export const count = (repairs: Repairs, kind: string, times = 1): void => {
  if (times > 0) repairs[kind] = (repairs[kind] ?? 0) + times;
};

const check = (raw: RawWord, place: string, repairs: Repairs): Checked => {
  const { speaker, within, cue_start } = raw;
  const confidence = confidenceOf(raw.confidence, place) ?? 0;
  const clamped = Math.min(1, Math.max(0, confidence));
  if (clamped !== confidence) count(repairs, 'confidence_clamped');
  const text = textOf(raw.text, place).trim();
  const start = timeOf(raw.start, place);
  let end = timeOf(raw.end, place);
  if (start !== undefined && end !== undefined && end < start) {
    count(repairs, 'end_before_start');
    end = start;
  }
  return { text, start, end, confidence: clamped, speaker, within, cue_start };
};

const place = ({ text, start = 0, end = start, confidence, speaker, cue_start }: Checked): Placed => {
  const word: Word = { text, start_ms: start, end_ms: Math.max(start, end), confidence };
  if (speaker !== undefined) word.speaker = speaker;
  return { word, at: cue_start ?? start };
};

const settleTrack = ({ words, channel }: Track, repairs: Repairs): Placed[] => {
  const suffix = channel === undefined ? '' : ` of channel ${channel}`;
  const checked = words.map((raw, index) => check(raw, `Word ${index}${suffix}`, repairs));
  const spoken = checked.filter(({ text }) => text !== '');
  count(repairs, 'blank_text', checked.length - spoken.length);
  count(repairs, 'missing_times', fillTimes(spoken));
  const placed = spoken.map(place);
  const early = placed.filter(({ at }, index) => at < (placed[index - 1]?.at ?? 0));
  count(repairs, 'out_of_order', early.length);
  return placed;
};

/**
 * Turns raw words into a transcript's: checks them, repairs what can be repaired and counts it, and merges the tracks
 * by start time. Throws NotImportable with the index of the word, counted from 0 in its track.
 */
export const settle = (tracks: readonly Track[], repaired: Repairs = {}) => {
  const settled = tracks.map((track) => settleTrack(track, repaired));
  const merged = settled.flat().sort((a, b) => a.at - b.at);
  const warnings = warningsFor(settled.map((track) => track.map(({ word }) => word)));
  return { words: merged.map(({ word }) => word), repaired, warnings };
};
