import { linesOf } from '../reading/cue-lines.ts';
import { type NamedCue, readCues } from '../reading/read-cues.ts';
import { takeSpeakerPrefixes } from '../reading/speaker-prefixes.ts';
import type { Reading } from '../reading/words.ts';
import type { TextFormat } from './format.ts';

const STAMP = String.raw`\d{1,4}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?`;
const LINE = new RegExp(String.raw`^\s*((?:\[${STAMP}\]\s*){1,50})(.*)$`);
const STAMPS = new RegExp(String.raw`\[(${STAMP})\]`, 'g');
/** The enhanced form has a time in front of each word. */
const WORD = new RegExp(`<(${STAMP})>`);
const OFFSET = /^\[offset:\s*([+-]?\d{1,9})\]/im;
/** Longest time allowed for each word of a line, in milliseconds; the rest is taken for silence. */
const LONGEST_WORD = 1000;

/** `00:12.50`, or with hours in front. */
const msOf = (stamp: string): number =>
  Math.round(
    stamp
      .replace(',', '.')
      .split(':')
      .reduce((sum, part) => sum * 60 + Number(part), 0) * 1000,
  );

type Line = { start: number; end: undefined; text: string };

const linesAt = (line: string, offset: number): Line[] => {
  const [, stamps = '', said = ''] = LINE.exec(line) ?? [];
  return [...stamps.matchAll(STAMPS)].flatMap(([, stamp = '']) => {
    const [first = '', ...words] = said.split(WORD);
    const timed = words.flatMap((part, i) => (i % 2 === 0 ? [{ start: msOf(part), text: words[i + 1] ?? '' }] : []));
    return [{ start: msOf(stamp), text: first }, ...timed].map(({ start, text }) => ({
      start: Math.max(0, start - offset),
      end: undefined,
      text,
    }));
  });
};

const withEnds = (cues: readonly NamedCue[]): NamedCue[] =>
  cues.map(({ start, parts }, i) => {
    const words = parts.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
    const [from, next] = [Number(start), Number(cues[i + 1]?.start ?? Number.POSITIVE_INFINITY)];
    return { start, end: Math.min(next, from + LONGEST_WORD * Math.max(1, words)), parts };
  });

/**
 * LRC, made for the lines of songs, and text with a time in brackets in front of each line: a line lasts until the next.
 * A positive offset lets lines come earlier.
 */
const readLrc = (text: string): Reading => {
  const offset = Number(OFFSET.exec(text)?.[1] ?? 0);
  const lines = linesOf(text)
    .flatMap((line) => linesAt(line, offset))
    .sort((a, b) => a.start - b.start);
  return readCues(withEnds(takeSpeakerPrefixes(lines)));
};

export const lrc: TextFormat = {
  name: 'lrc',
  matches: (text) => linesOf(text).some((line) => LINE.test(line)),
  read: readLrc,
};
