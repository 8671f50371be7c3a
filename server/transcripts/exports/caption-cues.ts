import type { Word } from '@pharos/contract/transcripts.ts';
import { endsSentence, turnsOf } from '../turns.ts';
import type { TranscribedCall } from './call.ts';
import { linesOf } from './caption-lines.ts';
import { LONGEST_MS } from './clock.ts';
import { oneLine } from './one-line.ts';
import { speakerName } from './speakers.ts';

/** A subtitle: times in whole milliseconds, `end_ms` after `start_ms`; one or two lines, unless a word is longer. */
export type CaptionCue = {
  start_ms: number;
  end_ms: number;
  name: string | null;
  begins_turn: boolean;
  lines: string[];
};

type Piece = { text: string; start: number; end: number };

const LONGEST_CUE_MS = 7000;
const SHORTEST_CUE_MS = 1000;
const PAUSE_MS = 1500;
const SHORT_TEXT = 20;
const CLAUSE_END = /[,;:–—、，；：]$/;

const widthOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { text }) => sum + text.length + 1, 0);
const startOf = (pieces: readonly Piece[]): number => Math.min(...pieces.map(({ start }) => start));
const endOf = (pieces: readonly Piece[]): number => Math.max(...pieces.map(({ end }) => end));

/**
 * Pieces of a word: the word itself, or, where whole sentences were sent as one word, its parts with their share of its
 * time.
 */
const piecesOf = ({ text, start_ms, end_ms }: Word): Piece[] => {
  const parts = oneLine(text).split(/\s+/).filter(Boolean);
  const isLong = text.length > 2 * SHORT_TEXT;
  const texts = isLong ? parts : parts.length > 0 ? [parts.join(' ')] : [];
  const start = Math.min(start_ms, LONGEST_MS - LONGEST_CUE_MS);
  const length = Math.max(0, Math.min(end_ms, LONGEST_MS) - start);
  const characters = texts.reduce((sum, part) => sum + part.length, 0);
  let said = 0;
  return texts.map((part) => {
    const from = start + (length * said) / characters;
    said += part.length;
    const to = start + (length * said) / characters;
    return { text: part, start: from, end: Math.min(to, from + LONGEST_CUE_MS) };
  });
};

const isWhole = (pieces: readonly Piece[]): boolean =>
  widthOf(pieces) >= SHORT_TEXT &&
  endOf(pieces) - startOf(pieces) >= SHORTEST_CUE_MS &&
  endsSentence(pieces.at(-1)?.text ?? '');

const fits = (pieces: readonly Piece[], next: Piece): boolean =>
  Math.max(endOf(pieces), next.end) - Math.min(startOf(pieces), next.start) <= LONGEST_CUE_MS &&
  next.start - endOf(pieces) <= PAUSE_MS &&
  linesOf([...pieces, next].map(({ text }) => text)).length <= 2;

/** Finds where a cue that is full is best cut: behind the last clause that ends in its second half, else at its end. */
const cutAt = (pieces: readonly Piece[]): number => {
  const clause = pieces.findLastIndex(({ text }) => CLAUSE_END.test(text));
  return clause + 1 > pieces.length / 2 ? clause + 1 : pieces.length;
};

const groupsOf = (pieces: readonly Piece[]): Piece[][] => {
  const groups: Piece[][] = [];
  let group: Piece[] = [];
  const close = (at: number) => {
    groups.push(group.slice(0, at));
    group = group.slice(at);
  };
  for (const piece of pieces) {
    while (group.length > 0 && (isWhole(group) || !fits(group, piece)))
      close(isWhole(group) ? group.length : cutAt(group));
    group.push(piece);
  }
  if (group.length > 0) groups.push(group);
  return groups;
};

const cueOf = (group: readonly Piece[], name: string | null, begins_turn: boolean): CaptionCue => {
  const lines = linesOf(group.map(({ text }) => text));
  const start_ms = Math.round(startOf(group));
  // Whoever reads the cue gives each of its words a millisecond at least.
  const words = `${name ?? ''} ${lines.join(' ')}`.split(/\s+/).filter(Boolean).length;
  return { start_ms, end_ms: Math.max(Math.round(endOf(group)), start_ms + words), name, begins_turn, lines };
};

/** Cues in the order of their starts. A cue too short to be read stays a second, unless the next one begins. */
export const captionCues = ({ transcript, speaker_labels }: TranscribedCall): CaptionCue[] => {
  const cues = turnsOf(transcript.words).flatMap(({ speaker, words }) => {
    const name = speakerName(speaker, speaker_labels);
    return groupsOf(words.flatMap(piecesOf)).map((group, index) => cueOf(group, name, index === 0));
  });
  cues.sort((a, b) => a.start_ms - b.start_ms);
  for (const [index, cue] of cues.entries()) {
    const next = cues[index + 1]?.start_ms ?? Number.POSITIVE_INFINITY;
    cue.end_ms = Math.max(cue.end_ms, Math.min(cue.start_ms + SHORTEST_CUE_MS, next));
  }
  return cues;
};
