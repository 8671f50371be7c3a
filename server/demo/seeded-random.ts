/** FNV-1a with a final mix: the same text always gets the same number, near texts get far ones. */
export const hash = (text: string): number => {
  let h = 0x811c9dc5;
  for (const character of text) h = Math.imul(h ^ (character.codePointAt(0) ?? 0), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

/** A whole number from `low` to `high`, both included, fixed by `seed`. */
export const between = (low: number, high: number, seed: string): number => low + (hash(seed) % (high - low + 1));

/** Confidence that a machine would have in a word, 0 to 1. Names and days are what it mishears most. */
export const confidenceOf = (text: string, seed: string): number => {
  const doubtful = hash(`noise ${seed}`) % (/^\p{Lu}\p{Ll}{3,}/u.test(text) ? 14 : 90) === 0;
  return (doubtful ? between(420, 700, `confidence ${seed}`) : between(930, 999, `confidence ${seed}`)) / 1000;
};
