import { linesOf, timeIn } from '../reading/cue-lines.ts';
import { type PlainCue, readCues } from '../reading/read-cues.ts';
import { takeSpeakerPrefixes } from '../reading/speaker-prefixes.ts';
import type { Reading } from '../reading/words.ts';
import type { TextFormat } from './format.ts';

const TIME = String.raw`(\d+:\d\d(?::\d\d)?(?:[.,]\d+)?|\d+(?:\.\d+)?s?)`;
const LINE = new RegExp(String.raw`^\s*(?:\w+:\s*)?\[\s*${TIME}\s*-{1,2}>\s*${TIME}\s*\](.*)$`);

const msOf = (time: string): number => timeIn(time) ?? Math.round(Number.parseFloat(time) * 1000);

const cueOf = (line: string): PlainCue | undefined => {
  const [, start, end, text = ''] = LINE.exec(line) ?? [];
  return start === undefined || end === undefined ? undefined : { start: msOf(start), end: msOf(end), text };
};

/**
 * The text that Whisper's programs print while they work: `[00:00.000 --> 00:02.000] Hello`, also with seconds alone.
 * Their messages around it are left out.
 */
const readWhisperConsole = (text: string): Reading => {
  const lines = linesOf(text).filter((line) => line.trim() !== '');
  const cues = lines.map(cueOf);
  const first = cues.findIndex((cue) => cue !== undefined);
  const left = cues.slice(first).filter((cue) => cue === undefined).length;
  const reading = readCues(takeSpeakerPrefixes(cues.filter((cue) => cue !== undefined)));
  const warnings = left > 0 ? [{ code: 'lines_untimed' as const, given: { count: left } }] : [];
  return { ...reading, source: 'whisper', warnings: [...reading.warnings, ...warnings] };
};

export const whisperConsole: TextFormat = {
  name: 'whisper_console',
  matches: (text) => text.includes('->') && linesOf(text).some((line) => LINE.test(line)),
  read: readWhisperConsole,
};
