import type { Word } from '@pharos/contract/transcripts.ts';
import type { WordStep } from '@pharos/contract/versions.ts';

/** Place where two versions of a transcript differ, with a few words of context. */
export type Passage = {
  /** Change of the words, or of the same words' speaker, times or confidence. */
  kind: 'words' | 'voice' | 'times' | 'confidence';
  /** Milliseconds from the beginning of the call. */
  at_ms: number;
  lead: string;
  before: Side;
  after: Side;
  trail: string;
};
/** Words of one version: the text of at most `LONGEST` words, and the number of further ones. */
export type Side = { text: string; more: number; speakers: (string | null)[] };

const AROUND = 6;
const LONGEST = 60;

/** Passages of a comparison in which something changed; `words` are those of the older version. */
export const passagesOf = (steps: readonly WordStep[], words: readonly Word[]): Passage[] =>
  steps.flatMap((step, index) => {
    if (step.op === 'equal') return [];
    const { before = [], after = [] } = step;
    const [start, end] = step.from;
    // The words around it are what both have: they end where the next difference begins.
    const free = (near: WordStep | undefined) => (near?.op === 'equal' ? near.from : null);
    const [left, right] = [free(steps[index - 1]), free(steps[index + 1])];
    return {
      kind: kindOf(step, before, after),
      at_ms: (after[0] ?? before[0] ?? words[start])?.start_ms ?? 0,
      lead: left ? textOf(words.slice(Math.max(left[0], start - AROUND), start)) : '',
      before: sideOf(before),
      after: sideOf(after),
      trail: right ? textOf(words.slice(end, Math.min(right[1], end + AROUND))) : '',
    };
  });

const kindOf = ({ op }: WordStep, before: readonly Word[], after: readonly Word[]): Passage['kind'] => {
  if (op !== 'change') return 'words';
  const differs = (of: (word: Word | undefined) => unknown) => before.some((word, n) => of(word) !== of(after[n]));
  if (differs(speakerOf)) return 'voice';
  return differs((word) => word?.start_ms) || differs((word) => word?.end_ms) ? 'times' : 'confidence';
};

const speakerOf = (word: Word | undefined) => word?.speaker ?? null;
/** Text of words, with a dash where another speaker begins. */
const textOf = (words: readonly Word[]) =>
  words
    .map((word, n) => (n > 0 && speakerOf(word) !== speakerOf(words[n - 1]) ? `– ${word.text}` : word.text))
    .join(' ');

const sideOf = (words: readonly Word[]): Side => ({
  text: textOf(words.slice(0, LONGEST)),
  more: Math.max(0, words.length - LONGEST),
  speakers: [...new Set(words.map(speakerOf))],
});
