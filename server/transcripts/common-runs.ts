import imported from '@jest/diff-sequences';

// The package's types are those of its CommonJS form; an import gets the function itself.
const diffSequences = imported as unknown as typeof imported.default;

/** A run of texts, one after another, that are the same on both sides. */
export type Run = { from: number; to: number; length: number };

/** Comparisons, of which a thread makes about 45 million in a second. */
const EFFORT = 60_000_000;

/**
 * The longest sequence that two lists of texts have in common, as its runs in order (Myers, in linear space).
 * Its cost grows with the square of what differs: beyond a bound, only the common beginning and end are found.
 */
export const runsInCommon = (before: string[], after: string[], effort: number = EFFORT): Run[] => {
  const numbers = new Map<string, number>();
  const numberOf = (text: string) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  const [from, to] = [before.map(numberOf), after.map(numberOf)];
  const start = commonStart(from, to);
  const end = commonEnd(from, to, start);
  const middle = between(from.slice(start, from.length - end), to.slice(start, to.length - end), effort);
  const all = [
    { from: 0, to: 0, length: start },
    ...middle.map((run) => ({ ...run, from: run.from + start, to: run.to + start })),
    { from: from.length - end, to: to.length - end, length: end },
  ];
  return joined(all.filter(({ length }) => length > 0));
};

const commonStart = (from: number[], to: number[]): number => {
  let length = 0;
  while (length < Math.min(from.length, to.length) && from[length] === to[length]) length += 1;
  return length;
};

const commonEnd = (from: number[], to: number[], start: number): number => {
  const most = Math.min(from.length, to.length) - start;
  let length = 0;
  while (length < most && from[from.length - 1 - length] === to[to.length - 1 - length]) length += 1;
  return length;
};

const between = (from: number[], to: number[], effort: number): Run[] => {
  // What stands on one side only is never in common: left out, two tongues are told apart at once.
  const [left, right] = [placesOf(from, new Set(to)), placesOf(to, new Set(from))];
  const runs: Run[] = [];
  let left_over = effort;
  const isCommon = (i: number, j: number) => {
    left_over -= 1;
    if (left_over < 0) throw TOO_FAR;
    return from[left[i] as number] === to[right[j] as number];
  };
  try {
    diffSequences(left.length, right.length, isCommon, (length, i, j) => {
      for (let at = 0; at < length; at += 1) {
        runs.push({ from: left[i + at] as number, to: right[j + at] as number, length: 1 });
      }
    });
    return runs;
  } catch (error) {
    if (error === TOO_FAR) return [];
    throw error;
  }
};

const TOO_FAR = new Error('the two differ too much to be aligned in time');

const placesOf = (list: number[], others: Set<number>): number[] =>
  list.flatMap((number, place) => (others.has(number) ? [place] : []));

const joined = (runs: Run[]): Run[] => {
  const wide: Run[] = [];
  for (const run of runs) {
    const last = wide.at(-1);
    const follows = last && last.from + last.length === run.from && last.to + last.length === run.to;
    if (follows) last.length += run.length;
    else wide.push({ ...run });
  }
  return wide;
};
