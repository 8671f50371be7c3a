import { linesOf } from '../reading/cue-lines.ts';
import { fromDecimal } from '../reading/fields.ts';
import { readCues } from '../reading/read-cues.ts';
import { takeSpeakerPrefixes } from '../reading/speaker-prefixes.ts';
import type { Reading } from '../reading/words.ts';
import type { TextFormat } from './format.ts';

/** The table that Whisper writes as .tsv: start and end in milliseconds, and the text. */
const readWhisperTsv = (text: string): Reading => {
  const rows = linesOf(text)
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t'));
  const cues = rows.map(([start, end, ...said]) => ({
    start: fromDecimal(start),
    end: fromDecimal(end),
    text: said.join(' '),
  }));
  return { ...readCues(takeSpeakerPrefixes(cues)), source: 'whisper' };
};

export const whisperTsv: TextFormat = {
  name: 'whisper_tsv',
  matches: (text) => /^start\tend\ttext\s*(\r|\n|$)/i.test(text),
  read: readWhisperTsv,
};
