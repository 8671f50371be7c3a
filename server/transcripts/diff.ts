import type { Transcript, Word } from '@pharos/contract/transcripts.ts';
import type { WordStep } from '@pharos/contract/versions.ts';
import { type Run, runsInCommon } from './common-runs.ts';

/**
 * The steps from the words of one transcript to those of another, in order; each range is [start, end) in words.
 * Words are aligned by their texts: what has the same text but other times, confidence or speaker is a `change`.
 * Where the two have too little in common to be aligned in time, all between is one `replace`.
 */
export const diffTranscripts = (before: Transcript | null, after: Transcript | null): WordStep[] => {
  const [from, to] = [before?.words ?? [], after?.words ?? []];
  const steps: WordStep[] = [];
  let [i, j] = [0, 0];
  const runs = runsInCommon(
    from.map(({ text }) => text),
    to.map(({ text }) => text),
  );
  for (const run of [...runs, { from: from.length, to: to.length, length: 0 }]) {
    addDifference(steps, { from, to }, [i, run.from], [j, run.to]);
    addCommon(steps, { from, to }, run);
    [i, j] = [run.from + run.length, run.to + run.length];
  }
  return steps;
};

type Sides = { from: Word[]; to: Word[] };

const addDifference = (steps: WordStep[], sides: Sides, from: [number, number], to: [number, number]) => {
  const before = sides.from.slice(...from);
  const after = sides.to.slice(...to);
  if (before.length > 0 && after.length > 0) steps.push({ op: 'replace', from, to, before, after });
  else if (before.length > 0) steps.push({ op: 'delete', from, to, before });
  else if (after.length > 0) steps.push({ op: 'insert', from, to, after });
};

/** A run of the same texts, cut where words turn from equal to changed or back. */
const addCommon = (steps: WordStep[], sides: Sides, { from, to, length }: Run) => {
  const isEqualAt = (index: number) => isEqual(sides.from[from + index] as Word, sides.to[to + index] as Word);
  for (let start = 0, end = 0; start < length; start = end) {
    const equal = isEqualAt(start);
    do end += 1;
    while (end < length && isEqualAt(end) === equal);
    const ranges: Pick<WordStep, 'to' | 'from'> = { from: [from + start, from + end], to: [to + start, to + end] };
    if (equal) steps.push({ op: 'equal', ...ranges });
    else {
      const [before, after] = [sides.from.slice(...ranges.from), sides.to.slice(...ranges.to)];
      steps.push({ op: 'change', ...ranges, before, after });
    }
  }
};

// A speaker of null and none at all were sent differently, and are answered differently.
const isEqual = (one: Word, other: Word): boolean =>
  one.start_ms === other.start_ms &&
  one.end_ms === other.end_ms &&
  one.confidence === other.confidence &&
  one.speaker === other.speaker;
