import { isCommon, isRun, runTerm } from './common-words.ts';
import type { Expression, Kind, Matcher } from './expression.ts';
import { accepting } from './match.ts';
import { MAX_COUNT } from './segment.ts';

/** Weights of the kinds of hits for the order: what was typed comes before what only means it. */
const WEIGHTS: Record<Kind, number> = { exact: 1, form: 0.8, number: 0.8, trade: 0.5, name: 0.4 };
/** Occurrences in a call that earn half of the highest score. */
const HALF = 3;

/** Counts of what a matcher means in each of `size` documents; 0 to 255. */
export type Counts = (matcher: Matcher) => Uint8Array;

/** Documents that may hold an expression, with a score above 0 for its order; 0 where they cannot. */
export const candidatesOf = (expression: Expression, size: number, counts: Counts): Float32Array => {
  if ('phrase' in expression) return ofPhrase(expression.phrase, WEIGHTS[expression.kind], size, counts);
  if ('not' in expression) return without(expression.not, size, counts);
  const inner = ('any' in expression ? expression.any : expression.all).map((part) => candidatesOf(part, size, counts));
  return 'any' in expression ? highest(inner, size) : sum(inner, size);
};

// Whether a phrase of several words is there can only be told by its places: then nobody is left out yet.
const without = (expression: Expression, size: number, counts: Counts): Float32Array => {
  const result = new Float32Array(size).fill(PASSES);
  if (!isDecided(expression)) return result;
  const found = candidatesOf(expression, size, counts);
  for (let number = 0; number < size; number += 1) if ((found[number] as number) > 0) result[number] = 0;
  return result;
};

/** Score too small to change any order. */
const PASSES = 1e-6;

/** Tells whether counts alone decide if an expression is there. */
export const isDecided = (expression: Expression): boolean => {
  if ('phrase' in expression) return expression.phrase.length === 1;
  if ('not' in expression) return isDecided(expression.not);
  return ('any' in expression ? expression.any : expression.all).every(isDecided);
};

const ofPhrase = (phrase: readonly Matcher[], weight: number, size: number, counts: Counts): Float32Array => {
  const result = new Float32Array(size);
  const lists = phrase.map(counts);
  const runs = runsOf(phrase).map(counts);
  for (let number = 0; number < size; number += 1) {
    let least = MAX_COUNT;
    for (const list of lists) least = Math.min(least, list[number] as number);
    if (least === 0 || runs.some((run) => run[number] === 0)) continue;
    result[number] = (weight * least) / (least + HALF);
  }
  return result;
};

/** Runs of common words in a phrase, which segments keep by themselves: threes, and the pair of a phrase of two. */
const runsOf = (phrase: readonly Matcher[]): Matcher[] => {
  const terms = phrase.map((matcher) => ('term' in matcher && isCommon(matcher.term) ? matcher.term : null));
  const runs: Matcher[] = [];
  for (let place = 0; place + 1 < terms.length; place += 1) {
    const [first, second, third] = terms.slice(place, place + 3);
    if (first == null || second == null) continue;
    if (third != null) runs.push({ term: runTerm([first, second, third]) });
    else if (terms[place - 1] == null) runs.push({ term: runTerm([first, second]) });
  }
  return runs;
};

const highest = (lists: readonly Float32Array[], size: number): Float32Array => {
  const result = new Float32Array(size);
  for (const list of lists)
    for (let number = 0; number < size; number += 1)
      if ((list[number] as number) > (result[number] as number)) result[number] = list[number] as number;
  return result;
};

const sum = (lists: readonly Float32Array[], size: number): Float32Array => {
  const result = new Float32Array(size);
  for (let number = 0; number < size; number += 1) {
    let total = 0;
    for (const list of lists) {
      const score = list[number] as number;
      if (score === 0) {
        total = 0;
        break;
      }
      total += score;
    }
    result[number] = total;
  }
  return result;
};

/** Counts what a matcher means in one document, from the counts of its terms. */
export const countIn = (terms: ReadonlyMap<string, number>, matcher: Matcher): number => {
  if ('term' in matcher) return terms.get(matcher.term) ?? 0;
  const accepts = accepting(matcher);
  let count = 0;
  for (const [term, often] of terms) if (!isRun(term) && accepts(term)) count += often;
  return Math.min(count, MAX_COUNT);
};

/** Runs of common words that an expression's phrases need, which are asked for beside its own matchers. */
export const runMatchersOf = (expression: Expression): Matcher[] => {
  if ('phrase' in expression) return runsOf(expression.phrase);
  if ('not' in expression) return runMatchersOf(expression.not);
  return ('any' in expression ? expression.any : expression.all).flatMap(runMatchersOf);
};
