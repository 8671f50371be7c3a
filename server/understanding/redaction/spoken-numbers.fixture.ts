/** Ways to say or write digits, with words in brackets where they are a secret. `oh` is how a zero is said. */
export type Way = { name: string; words(digits: string, sizes: readonly number[]): string[][] };

const NAMES = 'zero one two three four five six seven eight nine'.split(' ');
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = ['', '', ...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')];

/** Cuts digits into groups of these sizes; the last size goes on. */
export const grouped = (digits: string, sizes: readonly number[]): string[] => {
  const groups: string[] = [];
  for (let at = 0; at < digits.length; ) {
    const size = sizes[groups.length] ?? sizes.at(-1) ?? digits.length;
    groups.push(digits.slice(at, at + size));
    at += size;
  }
  return groups;
};

const name = (digit: string, zero: string) => (digit === '0' ? zero : (NAMES[Number(digit)] as string));
const pair = (two: string): string[] => {
  const value = Number(two);
  if (two.length < 2 || value < 10) return [...two].map((digit) => name(digit, 'oh'));
  if (value < 20) return [TEENS[value - 10] as string];
  return value % 10 === 0
    ? [TENS[value / 10] as string]
    : [TENS[Math.floor(value / 10)] as string, NAMES[value % 10] as string];
};
const doubled = (digits: string): string[] => {
  const words = digits.replace(/(\d)\1/g, (_, digit: string) => `D${digit}`).match(/D?\d/g) ?? [];
  return words.flatMap((word) => (word.length === 2 ? ['double', name(word.slice(1), 'oh')] : [name(word, 'oh')]));
};
const inGroups = (words: (group: string) => string[]) => (digits: string, sizes: readonly number[]) =>
  grouped(digits, sizes).map(words);

export const WAYS: readonly Way[] = [
  { name: 'digit by digit, with zero', words: inGroups((group) => [...group].map((digit) => name(digit, 'zero'))) },
  { name: 'digit by digit, with oh', words: inGroups((group) => [...group].map((digit) => name(digit, 'oh'))) },
  { name: 'in pairs', words: inGroups((group) => grouped(group, [2]).flatMap(pair)) },
  { name: 'with double', words: inGroups(doubled) },
  { name: 'written in groups', words: inGroups((group) => [group]) },
  { name: 'written digit by digit', words: inGroups((group) => [...group]) },
  { name: 'written in one', words: (digits) => [[digits]] },
  { name: 'written with hyphens', words: (digits, sizes) => [[grouped(digits, sizes).join('-')]] },
];

/** Ways in which talk goes on between the groups: `words` are each group's, and turns are separated by " / ". */
export type Split = { name: string; talk(groups: readonly string[][]): string };

const marked = (words: readonly string[]) => words.map((word) => `[${word}]`).join(' ');
export const SPLITS: readonly Split[] = [
  { name: 'in one breath', talk: (groups) => groups.map(marked).join(' ') },
  { name: 'with commas', talk: (groups) => groups.map((words) => marked(words).replace(/\]$/, ',]')).join(' ') },
  { name: 'with fillers', talk: (groups) => groups.map(marked).join(' uh ') },
  { name: 'with an answer after each', talk: (groups) => groups.map(marked).join(' / uh-huh / ') },
  {
    name: 'read back group by group',
    talk: (groups) => groups.map((words) => `${marked(words)} / ${marked(words)}`).join(' / '),
  },
  { name: 'by two voices', talk: (groups) => groups.map(marked).join(' / ') },
  {
    name: 'with a pause to look',
    talk: (groups) => [marked(groups[0] ?? []), ...groups.slice(1).map(marked)].join(' hold on '),
  },
];
