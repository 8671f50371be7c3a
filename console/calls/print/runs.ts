import type { Word } from '@pharos/contract/transcripts.ts';
import { isDoubtful } from '../../transcript/turns.ts';

/** Words in a row that are all doubtful, or all not, as one text. */
export type Run = { text: string; is_doubtful: boolean };

/** Runs of words to typeset; words of nothing but spaces are left out. */
export const runsOf = (words: readonly Word[]): Run[] => {
  const runs: Run[] = [];
  for (const word of words) {
    const text = word.text.trim();
    if (text === '') continue;
    const is_doubtful = isDoubtful(word);
    const last = runs.at(-1);
    if (last?.is_doubtful === is_doubtful) last.text += ` ${text}`;
    else runs.push({ text, is_doubtful });
  }
  return runs;
};
