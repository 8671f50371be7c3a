import { linesOf } from '../reading/cue-lines.ts';
import { readCues } from '../reading/read-cues.ts';
import { takeSpeakerPrefixes } from '../reading/speaker-prefixes.ts';
import type { Reading } from '../reading/words.ts';
import type { TextFormat } from './format.ts';

/** `0:00:01.000,0:00:02.000` */
const TIMES = /^(\d{1,4}):(\d\d):(\d\d)\.(\d{3}),(\d{1,4}):(\d\d):(\d\d)\.(\d{3})\s*$/;

const msOf = (parts: readonly (string | undefined)[]): number => {
  const [hours, minutes, seconds, ms] = parts.map(Number);
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(ms);
};

/** SBV, the subtitles of YouTube. `>>` marks a change of speakers, with a name before a colon where it is known. */
const readSbv = (text: string): Reading => {
  const cues: { start: number; end: number; lines: string[] }[] = [];
  for (const line of linesOf(text)) {
    const times = TIMES.exec(line);
    if (times) cues.push({ start: msOf(times.slice(1, 5)), end: msOf(times.slice(5)), lines: [] });
    else cues.at(-1)?.lines.push(line);
  }
  const spoken = cues.map(({ start, end, lines }) => ({ start, end, text: lines.join('\n').replaceAll('[br]', '\n') }));
  return readCues(takeSpeakerPrefixes(spoken));
};

export const sbv: TextFormat = {
  name: 'sbv',
  matches: (text) => linesOf(text).some((line) => TIMES.test(line)),
  read: readSbv,
};
