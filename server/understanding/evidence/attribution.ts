import { termsOf } from '../../transcripts/search/tokens.ts';
import type { SpokenTurn } from '../call.ts';

/** Statement without who is said to have said it. `asks` is true where they only asked. */
export type Attributed = { text: string; asks: boolean };

const VERB =
  /^(?:the )?(?<who>[\p{L}\p{M}'’.,& -]{2,80}?),? (?<verb>said|says|stated|states|mentioned|mentions|confirmed|confirms|asked|asks)(?: that| whether| if)?[,:]? (?<what>.+)$/isu;
const OURS = new Set(['director', 'funeral director', 'home', 'funeral home', 'staff']);
const THEIRS = new Set(['caller', 'family']);

/**
 * Reads "Anna said that …" where those who are cited are the ones who said it. Of anybody else, these words have to be in
 * the quotes like all others.
 */
export const readAttribution = (text: string, cited: readonly SpokenTurn[]): Attributed => {
  const { who, verb, what } = VERB.exec(text.trim())?.groups ?? {};
  if (who === undefined || verb === undefined || what === undefined) return { text, asks: false };
  const name = termsOf(who);
  const role = name.join(' ');
  const isSaid = cited.every(({ label, side }) => {
    if (OURS.has(role)) return side === 'ours';
    if (THEIRS.has(role)) return side === 'theirs';
    const known = label === null ? [] : termsOf(label);
    return name.length > 0 && name.every((term) => known.includes(term));
  });
  return isSaid ? { text: what, asks: verb.toLowerCase().startsWith('ask') } : { text, asks: false };
};
