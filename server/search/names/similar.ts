import { doubleMetaphone } from 'double-metaphone';

/** Spellings of one name that neither sound nor look alike in English. */
const VARIANTS: readonly (readonly string[])[] = [
  ['nguyen', 'win', 'nwin', 'newin'],
  ['xiong', 'shong'],
  ['hoang', 'huang', 'wong'],
  ['joaquin', 'wakeen'],
  ['jesus', 'hesus'],
  ['jorge', 'horhay', 'george'],
  ['siobhan', 'shivon', 'shevaun'],
  ['sean', 'shawn', 'shaun'],
  ['hughes', 'hues'],
  ['phoebe', 'feebee'],
];
const variant_of = new Map(VARIANTS.flatMap((group) => group.map((name) => [name, group] as const)));

/** Length of the shortest word to compare: shorter ones are too much like too many others. */
const SHORTEST = 3;

/** Tells whether two folded names sound or look alike; false where they are the same. */
export const soundsLike = (word: string): ((name: string) => boolean) => {
  if (word.length < SHORTEST || !/^[\p{Script=Latin}]+$/u.test(word)) return () => false;
  const codes = codesOf(word);
  const variants = variant_of.get(word);
  return (name) => {
    if (name === word || name.length < SHORTEST) return false;
    if (variants?.includes(name)) return true;
    const distance = distanceOf(word, name);
    if (distance <= (Math.min(word.length, name.length) >= 7 ? 2 : 1) && Math.min(word.length, name.length) >= 4)
      return true;
    // A code of three sounds or more tells names apart by itself; shorter ones are shared by too many.
    const shared = codesOf(name).filter((code) => codes.includes(code));
    return shared.some((code) => code.length >= 3 || distance <= Math.max(2, Math.floor(word.length / 2)));
  };
};

const codes_of = new Map<string, string[]>();

/** Pronunciations of a name, as codes of Double Metaphone. */
const codesOf = (name: string): string[] => {
  const known = codes_of.get(name);
  if (known) return known;
  if (codes_of.size > 50_000) codes_of.clear();
  const codes = [...new Set(doubleMetaphone(name))].filter((code) => code.length > 0);
  codes_of.set(name, codes);
  return codes;
};

/** Letters to add, drop, change or swap to come from one word to the other; 4 for all that is farther. */
export const distanceOf = (one: string, other: string): number => {
  if (Math.abs(one.length - other.length) > 3) return 4;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min(
        (last[column] as number) + 1,
        (next[column - 1] as number) + 1,
        (last[column - 1] as number) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        cost = Math.min(cost, (before[column - 2] as number) + 1);
      next.push(cost);
    }
    before = last;
    last = next;
  }
  return Math.min(4, last[other.length] as number);
};
