import { type CueLines, cutAtTimings, isTiming, linesOf } from '../reading/cue-lines.ts';
import { type PlainCue, readCues } from '../reading/read-cues.ts';
import { takeSpeakerPrefixes } from '../reading/speaker-prefixes.ts';
import type { Reading } from '../reading/words.ts';
import type { TextFormat } from './format.ts';

const FORMATTING = /<\/?(?:b|i|u|s|font)(?:\s[^<>]*)?>|\{\\[^{}]*\}/gi;

/** The number of the next cue stands below this one's text: behind a blank line, or, where that is missing, in order. */
const withoutNextNumber = (lines: readonly string[], next: number): string[] => {
  const last = lines.at(-1)?.trim() ?? '';
  const isNumber = /^\d+$/.test(last) && (lines.at(-2)?.trim() === '' || Number(last) === next);
  return isNumber ? lines.slice(0, -1) : [...lines];
};

const cueOf = ({ start, end, lines }: CueLines, index: number, cues: readonly CueLines[]): PlainCue => {
  const own = index < cues.length - 1 ? withoutNextNumber(lines, index + 2) : lines;
  return { start, end, text: own.join('\n').replace(FORMATTING, '') };
};

/** SubRip. Blank lines inside a cue are kept: there is no standard, and words must not be lost. */
const readSrt = (text: string): Reading => readCues(takeSpeakerPrefixes(cutAtTimings(text).cues.map(cueOf)));

export const srt: TextFormat = {
  name: 'srt',
  matches: (text) => text.includes('-->') && linesOf(text).some(isTiming),
  read: readSrt,
};
