import { takeNamePrefixes } from '../reading/name-prefixes.ts';
import { type NamedCue, readCues } from '../reading/read-cues.ts';
import type { Reading } from '../reading/words.ts';

const TIMES = /^(\d{1,4}):(\d\d):(\d\d)\.(\d{3}),(\d{1,4}):(\d\d):(\d\d)\.(\d{3})\s*$/;

const msOf = (parts: readonly (string | undefined)[]): number => {
  const [hours, minutes, seconds, ms] = parts.map(Number);
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(ms);
};

/** Whether a text holds a time line of SBV: `0:00:01.000,0:00:02.000`. */
export const isSbv = (text: string): boolean => text.split(/\r\n|\r|\n/).some((line) => TIMES.test(line));

/** SBV, the subtitles of YouTube. `>>` marks a change of speakers, with a name before a colon where it is known. */
export const readSbv = (text: string): Reading => {
  const cues: (NamedCue & { lines: string[] })[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const times = TIMES.exec(line);
    if (times) cues.push({ start: msOf(times.slice(1, 5)), end: msOf(times.slice(5)), parts: [], lines: [] });
    else cues.at(-1)?.lines.push(line);
  }
  const spoken = cues.map(({ start, end, lines }) => {
    const said = lines.join('\n').replaceAll('[br]', '\n');
    return { start, end, parts: [{ text: said.replace(/^\s*>>\s*/, '') }] };
  });
  return readCues(takeNamePrefixes(spoken));
};
