import { runsInCommon } from '../common-runs.ts';

/** A range of each side, end exclusive: what stands for what. `is_same`: their letters are the same. */
export type Pair = { left: [from: number, to: number]; right: [from: number, to: number]; is_same: boolean };

/** Comparisons of an alignment; beyond them only the common beginning and end are found. */
const EFFORT = 10_000_000;

const reversed = (list: readonly string[]): string[] =>
  list.map((text) => Array.from(text).reverse().join('')).reverse();

/** The places at which two lists of letters, read from `l` and `r`, end an item together; undefined where they differ. */
const meetingAfter = (left: readonly string[], l: number, right: readonly string[], r: number) => {
  let [ahead, behind] = ['', ''];
  do {
    ahead ||= left[l++] ?? '';
    behind ||= right[r++] ?? '';
    const length = Math.min(ahead.length, behind.length);
    if (length === 0 || ahead.slice(0, length) !== behind.slice(0, length)) return undefined;
    [ahead, behind] = [ahead.slice(length), behind.slice(length)];
  } while (ahead !== '' || behind !== '');
  return { l, r };
};

/** Sizes of the pairs that two lists begin with, such as [3, 1] where three pieces have the letters of one item. */
const commonPairs = (left: readonly string[], right: readonly string[]): [number, number][] => {
  const sizes: [number, number][] = [];
  let [l, r] = [0, 0];
  for (let end = meetingAfter(left, l, right, r); end; end = meetingAfter(left, l, right, r)) {
    sizes.push([end.l - l, end.r - r]);
    [l, r] = [end.l, end.r];
  }
  return sizes;
};

type Sizes = [left: number, right: number];

const sum = (sizes: readonly Sizes[]): Sizes =>
  sizes.reduce(([l, r], [more_l, more_r]) => [l + more_l, r + more_r], [0, 0]);

/** The pairs at both ends of two lists, and the sizes of what is left between them. */
const commonEnds = (left: readonly string[], right: readonly string[]) => {
  const first = commonPairs(left, right);
  const [l, r] = sum(first);
  const last = commonPairs(reversed(left.slice(l)), reversed(right.slice(r))).reverse();
  const [in_l, in_r] = sum(last);
  const middle: Sizes = [left.length - l - in_l, right.length - r - in_r];
  return { first, middle, last };
};

/**
 * Pairs the items of two lists that have the same letters, also where one side has cut them into pieces, in order.
 * Items without a counterpart are paired with what stands at their place on the other side, or with nothing.
 */
export const align = (left: readonly string[], right: readonly string[]): Pair[] => {
  const pairs: Pair[] = [];
  let [l, r] = [0, 0];
  const add = ([more_l, more_r]: Sizes, is_same: boolean) => {
    if (more_l + more_r > 0) pairs.push({ left: [l, l + more_l], right: [r, r + more_r], is_same });
    [l, r] = [l + more_l, r + more_r];
  };
  const { first, middle, last } = commonEnds(left, right);
  for (const size of first) add(size, true);
  const [from_l, from_r, to_l, to_r] = [l, r, l + middle[0], r + middle[1]];
  const runs = runsInCommon(left.slice(from_l, to_l), right.slice(from_r, to_r), EFFORT);
  for (const { from, to, length } of [...runs, { from: middle[0], to: middle[1], length: 0 }]) {
    const between = commonEnds(left.slice(l, from_l + from), right.slice(r, from_r + to));
    for (const size of between.first) add(size, true);
    add(between.middle, false);
    for (const size of between.last) add(size, true);
    for (let i = 0; i < length; i++) add([1, 1], true);
  }
  for (const size of last) add(size, true);
  return pairs;
};
