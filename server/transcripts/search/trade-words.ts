import { stemOf } from './forms.ts';

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

const groups = new Map<string, (readonly string[])[]>();
for (const group of TRADE_WORDS)
  for (const word of group) {
    const others = group.filter((other) => other !== word).map((other) => other.split(' '));
    const key = word.split(' ').map(stemOf).join(' ');
    groups.set(key, [...(groups.get(key) ?? []), ...others]);
  }

/** Words and phrases that mean the same as a term, each as its terms. */
export const tradeWordsOf = (term: string): readonly (readonly string[])[] => groups.get(stemOf(term)) ?? [];
