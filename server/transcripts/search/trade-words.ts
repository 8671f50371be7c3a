import { stemOf } from './forms.ts';
import { termsOf } from './tokens.ts';

/** Words of the funeral trade that mean the same, by group. A group's words are found by each other. */
export const TRADE_WORDS: readonly (readonly string[])[] = [
  ['viewing', 'visitation', 'wake', 'calling hours'],
  ['casket', 'coffin'],
  ['ashes', 'cremains', 'cremated remains'],
  ['interment', 'burial', 'inurnment'],
  ['obituary', 'obit', 'death notice'],
  ['hearse', 'coach', 'funeral coach'],
  ['grave', 'plot', 'burial plot', 'gravesite'],
  ['headstone', 'gravestone', 'tombstone', 'grave marker'],
  ['columbarium', 'niche'],
  ['vault', 'outer container', 'grave liner'],
  ['removal', 'transfer'],
  ['director', 'mortician', 'undertaker'],
  ['preneed', 'pre need', 'preplanning', 'pre planning', 'prearrangement', 'pre arrangement'],
  ['committal', 'graveside', 'graveside service'],
  ['decedent', 'deceased'],
  ['pallbearer', 'bearer'],
  ['veteran', 'vet'],
];

/** Words and phrases that mean the same as a word or phrase, each as its terms. */
export type TradeWords = {
  (terms: readonly string[]): readonly (readonly string[])[];
  /** Terms of the longest phrase. */
  longest: number;
};

/** Trade words with a home's own groups beside them. */
export const tradeWordsBy = (own: readonly (readonly string[])[] = []): TradeWords => {
  if (own.length === 0) return tradeWordsOf;
  const added = indexOf(own);
  const find = (terms: readonly string[]) => [...added(terms), ...tradeWordsOf(terms)];
  return Object.assign(find, { longest: Math.max(added.longest, tradeWordsOf.longest) });
};

const indexOf = (groups: readonly (readonly string[])[]): TradeWords => {
  const others_of = new Map<string, (readonly string[])[]>();
  let longest = 0;
  for (const group of groups) {
    const phrases = group.map(termsOf).filter((terms) => terms.length > 0);
    for (const phrase of phrases) {
      longest = Math.max(longest, phrase.length);
      const others = phrases.filter((other) => other !== phrase);
      others_of.set(keyOf(phrase), [...(others_of.get(keyOf(phrase)) ?? []), ...others]);
    }
  }
  return Object.assign((terms: readonly string[]) => others_of.get(keyOf(terms)) ?? [], { longest });
};

const keyOf = (terms: readonly string[]) => terms.map(stemOf).join(' ');

/** Words of the trade that mean the same. */
export const tradeWordsOf: TradeWords = indexOf(TRADE_WORDS);
