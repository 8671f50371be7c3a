import type { Phrase, PhraseMatch } from './find-phrases.ts';
import type { Term } from './term.ts';

/** Terms of the random cases that count as forms of one word, or as misheard. */
const ALIKE = [
  ['lily', 'lilies'],
  ['embalm', 'embalmed'],
  ['embalm', 'embalming'],
  ['embalmed', 'embalming'],
  ['casket', 'caskit'],
];
const NEGATIONS = ['no', 'not', 'never'];
export const ORACLE_TERMS = [...new Set([...ALIKE.flat(), ...NEGATIONS, 'rose', 'room', 'tonight', '12', '1250'])];

const likeness = (one: string, other: string): number => {
  if (one === other) return 0;
  return ALIKE.some((pair) => pair.includes(one) && pair.includes(other)) ? 0.25 : Infinity;
};

/** Costs in words of a phrase with so many terms. */
const rulesOf = (length: number) => {
  const negation = Math.max(1, length / 2);
  const alone = (term: string) => (NEGATIONS.includes(term) ? negation : 1);
  const replaced = (one: string, other: string) => {
    if (likeness(one, other) < 1) return likeness(one, other);
    if (NEGATIONS.includes(one) && NEGATIONS.includes(other)) return 1;
    return Math.max(alone(one), alone(other));
  };
  return { negation, alone, replaced };
};
type Rules = ReturnType<typeof rulesOf>;

const sum = (terms: readonly string[], cost: (term: string) => number) =>
  terms.reduce((total, term) => total + cost(term), 0);

/** Cost of turning these terms into those: every cell of the table of their beginnings. */
const costBetween = (phrase: readonly string[], said: readonly string[], { alone, replaced }: Rules): number => {
  const table: number[][] = [];
  for (let i = 0; i <= phrase.length; i += 1) {
    const row: number[] = [];
    table.push(row);
    for (let j = 0; j <= said.length; j += 1) {
      const [one, other] = [phrase[i - 1] ?? '', said[j - 1] ?? ''];
      const ways = i === 0 && j === 0 ? [0] : [];
      if (i > 0) ways.push((table[i - 1]?.[j] as number) + alone(one));
      if (j > 0) ways.push((row[j - 1] as number) + alone(other));
      if (i > 0 && j > 0) ways.push((table[i - 1]?.[j - 1] as number) + replaced(one, other));
      row.push(Math.min(...ways));
    }
  }
  return table[phrase.length]?.[said.length] as number;
};

/** Cheapest reading of the phrase in all terms from `start` to `end`, whatever of its own beginning and end is missing. */
const costOf = (phrase: readonly string[], passage: readonly string[], start: number, end: number, rules: Rules) => {
  const said = passage.slice(start, end);
  const isNegated = (terms: readonly string[]) => terms.some((term) => NEGATIONS.includes(term));
  let cheapest = Infinity;
  for (let first = 0; first < phrase.length; first += 1)
    for (let last = first; last < phrase.length; last += 1) {
      const ends = [phrase[first] ?? '', phrase[last] ?? ''] as const;
      const edges = [likeness(ends[0], said[0] ?? ''), likeness(ends[1], said.at(-1) ?? '')] as const;
      if (edges[0] + edges[1] === Infinity || (first === last) !== (said.length === 1)) continue;
      const inside = costBetween(phrase.slice(first + 1, last), said.slice(1, -1), rules);
      const missing = sum(phrase.slice(0, first), rules.alone) + sum(phrase.slice(last + 1), rules.alone);
      const left_out = phrase.length - 1 - last;
      const before = first > 0 && isNegated(passage.slice(Math.max(0, start - first - 1), start));
      const behind = left_out > 0 && isNegated(passage.slice(end, end + left_out + 1));
      const beside = (Number(before) + Number(behind)) * rules.negation;
      const between = first === last ? edges[0] : edges[0] + inside + edges[1];
      cheapest = Math.min(cheapest, missing + beside + between);
    }
  return cheapest;
};

/** Matches by trying every stretch of every passage: for each end the cheapest, then the shortest. */
export const matchesByOracle = (
  passages: readonly (readonly Term[])[],
  phrase: readonly string[],
  { match_percentage }: Pick<Phrase, 'match_percentage'>,
): { matches: PhraseMatch[]; nearest: PhraseMatch | null } => {
  const rules = rulesOf(phrase.length);
  const ends = passages.flatMap((terms) => {
    const passage = terms.map(({ term }) => term);
    return terms.flatMap((last, end) => {
      const ways = terms.slice(0, end + 1).map(({ start_word }, start) => {
        const cost = costOf(phrase, passage, start, end + 1, rules);
        return { start_word, end_word: last.end_word, length: end - start, cost };
      });
      const [best] = ways.sort((a, b) => a.cost - b.cost || a.length - b.length);
      return best && best.cost < phrase.length ? [best] : [];
    });
  });
  ends.sort((a, b) => a.cost - b.cost || a.length - b.length);
  const share = (cost: number) => (100 * (phrase.length - cost)) / phrase.length;
  const taken: typeof ends = [];
  for (const end of ends) {
    const isFree = taken.every(({ start_word, end_word }) => end.end_word <= start_word || end.start_word >= end_word);
    if (isFree && share(end.cost) >= Math.min(100, match_percentage) - 1e-9) taken.push(end);
  }
  const told = ({ start_word, end_word, cost }: (typeof ends)[number]) => ({
    start_word,
    end_word,
    score: Math.floor(100 * share(cost) + 1e-6) / 100,
  });
  return {
    matches: taken.sort((a, b) => a.start_word - b.start_word).map(told),
    nearest: taken.length === 0 && ends[0] ? told(ends[0]) : null,
  };
};
