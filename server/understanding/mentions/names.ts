import type { Dialogue, Stretch } from '../dialogue/dialogue.ts';
import { genderOf } from './given-names.ts';
import { KIN } from './kinship.ts';
import { numberAt } from './numbers.ts';
import { ORDINARY_WORDS } from './ordinary-words.ts';
import { titled } from './spelling.ts';

/** Person's name as it was said: its words with capitals, hyphens and apostrophes. */
export type NameMention = Stretch & { words: string[] };

/** Words with a capital that are no part of a name wherever they stand. */
const NEVER = new Set(
  (
    'i im ill id ive ok okay yes no monday tuesday wednesday thursday friday saturday sunday january february march july ' +
    'august september october november december dr doctor mr mrs ms hi hello hey hospice hospital medicare medicaid va dd rn ' +
    'lpn cna icu er christmas easter thanksgiving god lord sir maam dona don senora senor'
  ).split(' '),
);
const KIN_WORDS = new Set(KIN.split('|'));
const PARTICLES = new Set([
  'de',
  'la',
  'del',
  'los',
  'van',
  'von',
  'der',
  'den',
  'di',
  'da',
  'dos',
  'bin',
  'ibn',
  'al',
  'el',
  'st',
]);
const TITLES = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'mister',
  'missus',
  'dr',
  'doctor',
  'don',
  'dona',
  'sister',
  'father',
]);
/** Words of a name, at most. */
const MOST = 4;

export const isTitle = (term: string | undefined): boolean => term !== undefined && TITLES.has(term);

/** The name that begins at a token, if one does. A title before it is not part of it. */
export const nameAt = (dialogue: Dialogue, start: number, end: number): NameMention | null => {
  const { tokens } = dialogue;
  let at = start;
  if (isTitle(tokens[at]?.term) && at + 1 < end) at += 1;
  const from = at;
  const words: string[] = [];
  while (at < end && words.length < MOST) {
    const size = namePartAt(dialogue, at, end, words.length);
    if (size === 0) break;
    const token = tokens[at + size - 1] as (typeof tokens)[number];
    words.push(...wordsFrom(dialogue, at, size));
    at += size;
    if (token.ends) break;
  }
  if (words.length === 0) return null;
  return { start: from, end: at, words };
};

/** Number of tokens that are the next part of a name, 0 where the name ends. */
const namePartAt = ({ tokens, terms, is_cased }: Dialogue, at: number, end: number, place: number): number => {
  const { term, text, word } = tokens[at] as Dialogue['tokens'][number];
  const isInitial = /^\p{L}$/u.test(term) && place > 0 && !/^\p{L}$/u.test(terms[at + 1] ?? '');
  const isParticle = PARTICLES.has(term) && place > 0 && at + 1 < end && !tokens[at]?.ends;
  if (isParticle) return namePartAt({ tokens, terms, is_cased } as Dialogue, at + 1, end, 1) > 0 ? 1 : 0;
  if (isInitial) return is_cased ? (/^\p{Lu}\.?,?$/u.test(text) ? 1 : 0) : term !== 'i' && term !== 'a' ? 1 : 0;
  let size = 1;
  while (at + size < end && tokens[at + size]?.word === word) size += 1;
  if (/^\p{L}$/u.test(term) || numberAt(terms, at, end) || !/^[\p{L}\p{M}]+$/u.test(term)) return 0;
  if (is_cased && !/^["'“‘(¿¡]*\p{Lu}/u.test(text)) return 0;
  if (KIN_WORDS.has(term) || NEVER.has(term)) return 0;
  const isInside =
    place > 0 || (tokens[at - 1]?.turn === tokens[at]?.turn && !/[.?]/.test(tokens[at - 1]?.ends ?? '.'));
  if (is_cased) return ORDINARY_WORDS.has(term) && !isInside && !genderOf(term) ? 0 : size;
  return ORDINARY_WORDS.has(term) || ORDINARY_WORDS.has(term.replace(/s$/, '')) ? 0 : size;
};

/** Written words of a name's tokens, without punctuation and a possessive's ending. */
const wordsFrom = ({ tokens, is_cased }: Dialogue, at: number, size: number): string[] => {
  const text = (tokens[at] as Dialogue['tokens'][number]).text
    .replace(/^[^\p{L}]+|[^\p{L}\p{M}]+$/gu, '')
    .replace(/['’](?:s|ll|d|re|ve)$/iu, '');
  return size >= 1 ? [is_cased && /\p{Ll}/u.test(text) ? text : titled(text.toLowerCase())] : [];
};

/** The first name in a stretch, beginning at most `skip` tokens after its start. */
export const firstName = (dialogue: Dialogue, start: number, end: number, skip = 0): NameMention | null => {
  for (let at = start; at <= start + skip && at < end; at += 1) {
    const name = nameAt(dialogue, at, end);
    if (name) return name;
  }
  return null;
};
