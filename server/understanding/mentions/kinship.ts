import type { Gender } from './given-names.ts';

/** Words for relatives, with the plain word of each and the relative's gender. */
const RELATIVES: Record<string, readonly [plain: string, gender: Gender | null]> = {
  mother: ['mother', 'female'],
  mom: ['mother', 'female'],
  mama: ['mother', 'female'],
  momma: ['mother', 'female'],
  mum: ['mother', 'female'],
  mommy: ['mother', 'female'],
  father: ['father', 'male'],
  dad: ['father', 'male'],
  daddy: ['father', 'male'],
  papa: ['father', 'male'],
  pop: ['father', 'male'],
  wife: ['wife', 'female'],
  husband: ['husband', 'male'],
  daughter: ['daughter', 'female'],
  son: ['son', 'male'],
  sister: ['sister', 'female'],
  brother: ['brother', 'male'],
  aunt: ['aunt', 'female'],
  auntie: ['aunt', 'female'],
  uncle: ['uncle', 'male'],
  niece: ['niece', 'female'],
  nephew: ['nephew', 'male'],
  cousin: ['cousin', null],
  grandmother: ['grandmother', 'female'],
  grandma: ['grandmother', 'female'],
  granny: ['grandmother', 'female'],
  nana: ['grandmother', 'female'],
  grandfather: ['grandfather', 'male'],
  grandpa: ['grandfather', 'male'],
  granddaddy: ['grandfather', 'male'],
  granddad: ['grandfather', 'male'],
  granddaughter: ['granddaughter', 'female'],
  grandson: ['grandson', 'male'],
  stepmother: ['stepmother', 'female'],
  stepmom: ['stepmother', 'female'],
  stepfather: ['stepfather', 'male'],
  stepdad: ['stepfather', 'male'],
  stepson: ['stepson', 'male'],
  stepdaughter: ['stepdaughter', 'female'],
  'mother in law': ['mother-in-law', 'female'],
  'father in law': ['father-in-law', 'male'],
  'sister in law': ['sister-in-law', 'female'],
  'brother in law': ['brother-in-law', 'male'],
  'daughter in law': ['daughter-in-law', 'female'],
  'son in law': ['son-in-law', 'male'],
  partner: ['partner', null],
  fiance: ['fiance', null],
  fiancee: ['fiancee', 'female'],
  friend: ['friend', null],
  neighbor: ['neighbor', null],
};

/** Caller's relation to a relative, told by the caller's gender. */
const REVERSE: Record<string, readonly [female: string, male: string]> = {
  mother: ['daughter', 'son'],
  father: ['daughter', 'son'],
  wife: ['wife', 'husband'],
  husband: ['wife', 'husband'],
  daughter: ['mother', 'father'],
  son: ['mother', 'father'],
  sister: ['sister', 'brother'],
  brother: ['sister', 'brother'],
  aunt: ['niece', 'nephew'],
  uncle: ['niece', 'nephew'],
  niece: ['aunt', 'uncle'],
  nephew: ['aunt', 'uncle'],
  grandmother: ['granddaughter', 'grandson'],
  grandfather: ['granddaughter', 'grandson'],
  granddaughter: ['grandmother', 'grandfather'],
  grandson: ['grandmother', 'grandfather'],
  stepmother: ['stepdaughter', 'stepson'],
  stepfather: ['stepdaughter', 'stepson'],
  'mother-in-law': ['daughter-in-law', 'son-in-law'],
  'father-in-law': ['daughter-in-law', 'son-in-law'],
  'sister-in-law': ['sister-in-law', 'brother-in-law'],
  'brother-in-law': ['sister-in-law', 'brother-in-law'],
  cousin: ['cousin', 'cousin'],
  friend: ['friend', 'friend'],
  partner: ['partner', 'partner'],
  neighbor: ['neighbor', 'neighbor'],
};

/** Alternatives of a pattern that matches a word for a relative; longer ones first. */
export const KIN = Object.keys(RELATIVES)
  .sort((one, other) => other.length - one.length)
  .join('|');

/** Plain word for a relative: "mother" for "mom". */
export const plainKin = (word: string): string =>
  RELATIVES[word.replace(/s$/, '')]?.[0] ?? RELATIVES[word]?.[0] ?? word;

export const kinGender = (plain: string): Gender | null =>
  Object.values(RELATIVES).find(([name]) => name === plain)?.[1] ?? null;

/** Caller's relation to "my mother": "daughter" or "son". Null where only the caller's gender would tell and is unknown. */
export const relationTo = (plain: string, caller: Gender | null): string | null => {
  // A husband or wife who calls is taken at the other's word: both words are said of either gender's spouse.
  if (plain === 'husband' && caller === null) return 'wife';
  if (plain === 'wife' && caller === null) return 'husband';
  const [female, male] = REVERSE[plain] ?? [];
  if (female === male) return female ?? null;
  return caller === null ? null : ((caller === 'female' ? female : male) ?? null);
};
