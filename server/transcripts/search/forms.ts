import { stemmer } from 'stemmer';

const ENGLISH_WORD = /^[a-z]{3,}$/;

/** The stem that the English forms of a word share: "call", "calls" and "called" have "call". Other words are their own. */
export const stemOf = (term: string): string => {
  if (!ENGLISH_WORD.test(term)) return term;
  const kept = stems.get(term);
  if (kept !== undefined) return kept;
  const stem = stemmer(term);
  if (stems.size >= MAX_KEPT) stems.clear();
  stems.set(term, stem);
  return stem;
};

const MAX_KEPT = 50_000;
const stems = new Map<string, string>();
