import type { Source, Word } from '@pharos/contract/transcripts.ts';
import type { Warning } from '../warning-sentences.ts';
import type { Span } from './fill-times.ts';

/** The part of a recording around a word: bounds for times that are missing, and the text as the file writes it there. */
export type Segment = Span & { text?: string };

/** A word as the file has it, times in milliseconds. `settle` checks what is unknown here: it knows the index. */
export type RawWord = {
  text: unknown;
  start: unknown;
  end: unknown;
  confidence?: unknown;
  speaker?: string | undefined;
  within?: Segment | undefined;
  /** The start of the cue whose time the word shares: words of a cue stay together, in the cue's place. */
  cue_start?: number | undefined;
};

/** The words of one channel, or of the whole recording; `in_pieces`: a space in front of a word begins it, see joinPieces. */
export type Track = { words: readonly RawWord[]; channel?: string; in_pieces?: boolean };

/** Numbers of repairs by kind. */
export type Repairs = Record<string, number>;

/** The words that a format's reader finds in a file, and what else it says. `duration` in whole seconds. */
export type Reading = {
  source: Source;
  words: Word[];
  repaired: Repairs;
  warnings: Warning[];
  estimated_times?: boolean;
  duration?: number | undefined;
  provider_metadata?: Record<string, string>;
  names?: Record<string, string>;
};

/** A word that can be kept: times in milliseconds, undefined where the file says nothing. */
export type CheckedWord = {
  text: string;
  begins_with_space: boolean;
  ends_with_space: boolean;
  start: number | undefined;
  end: number | undefined;
  confidence: number | undefined;
  speaker: string | undefined;
  within: Segment | undefined;
  cue_start: number | undefined;
};

export const count = (repairs: Repairs, kind: string, times = 1): void => {
  if (times > 0) repairs[kind] = (repairs[kind] ?? 0) + times;
};
