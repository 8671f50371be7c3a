import type { Given } from '@pharos/contract/table/refusals.ts';
import type { ImportWarning } from '@pharos/contract/transcripts.ts';

/** A warning about what was read in a file, with the values that its sentence needs. */
export type Warning = { code: ImportWarning; given?: Given };

const LISTEN = 'words may be invented or repeated. Listen to the recording.';

/** Warnings as English sentences. */
export const WARNING_SENTENCES: Record<ImportWarning, (given: Given) => string> = {
  lines_outside_cues: ({ count }) => `Lines outside of any cue were left out: ${count}.`,
  lines_untimed: ({ count }) => `Lines without a time were left out: ${count}.`,
  no_words: () => 'There are no words in this file.',
  speakers_unread: ({ place }) => `This file names speakers under "${place}" who were not read.`,
  speech_too_fast: ({ words_a_minute }) => `${words_a_minute} words a minute is faster than people speak: ${LISTEN}`,
  speech_twice: () => 'Two channels hold the same speech: each sentence stands twice. Import one channel only.',
  times_unread: ({ place }) => `This file has times of single words under "${place}" that were not read.`,
  words_too_short: ({ count, ms }) => `${count} words are shorter than ${ms} ms: ${LISTEN}`,
  words_unread: ({ place }) => `This file has more words under "${place}" than were read.`,
  words_untimed: ({ count }) => `Words of the text in this file that have no time were left out: ${count}.`,
};

export const warningSentence = ({ code, given = {} }: Warning): string => WARNING_SENTENCES[code](given);
