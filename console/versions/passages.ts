import type { Word } from '@pharos/contract/transcripts.ts';
import type { WordStep } from '@pharos/contract/versions.ts';

/** A place where two versions of a transcript differ, with a few of the words around it. */
export type Passage = {
  /** `words` were put in, taken out or replaced; with `voice` or `times` they stayed, and that changed. */
  kind: 'words' | 'voice' | 'times';
  /** Milliseconds from the beginning of the call. */
  at_ms: number;
  lead: string;
  before: Side;
  after: Side;
  trail: string;
};
/** What one version has there: its text, at most `LONGEST` words of it, and how many more there are. */
export type Side = { text: string; more: number; speakers: (string | null)[] };

const AROUND = 6;
const LONGEST = 60;

/** The places where the steps of a comparison change something; `words` are those of the version that is compared. */
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
  return before.some((word, index) => speakerOf(word) !== speakerOf(after[index])) ? 'voice' : 'times';
};

const speakerOf = (word: Word | undefined) => word?.speaker ?? null;
const textOf = (words: readonly Word[]) => words.map(({ text }) => text).join(' ');

const sideOf = (words: readonly Word[]): Side => ({
  text: textOf(words.slice(0, LONGEST)),
  more: Math.max(0, words.length - LONGEST),
  speakers: [...new Set(words.map(speakerOf))],
});
