import type { Dialogue, Stretch } from '../dialogue/dialogue.ts';
import { lettersApart } from '../letters-apart.ts';
import { once } from '../once-per-call.ts';

/** Word that was spelled letter by letter. */
export type Spelling = Stretch & { word: string };

const REPEATS: Record<string, number> = { double: 2, triple: 3 };
const HYPHENS = new Set(['hyphen', 'dash']);
const isLetter = (term: string | undefined): term is string => term !== undefined && /^\p{L}$/u.test(term);
/** Letters in a row that are a word rather than an abbreviation such as "D D 214". */
const FEWEST = 3;

/**
 * Spelled words of a call, in their order, those of the home before those of callers, who know better. "B as in boy" and
 * "double T" are letters too.
 */
export const spellingsIn = once(({ terms, tokens, turns }: Dialogue): readonly Spelling[] => {
  const spellings: Spelling[] = [];
  for (let at = 0; at < terms.length; ) {
    // "With a G, not a J": the letters are no part of a word that is spelled next.
    if (terms[at] === 'a' && /^(?:with|not|is|like)$/.test(terms[at - 1] ?? '') && isLetter(terms[at + 1])) at += 2;
    const spelling = at < terms.length ? spellingAt(terms, at, endOfTurn(tokens, at)) : null;
    if (spelling && spelling.word.replace(/-/g, '').length >= FEWEST) spellings.push(spelling);
    at = spelling?.end ?? at + 1;
  }
  const isOurs = ({ start }: Spelling) => turns.find((turn) => start < turn.end)?.side === 'ours';
  return [...spellings.filter(isOurs), ...spellings.filter((one) => !isOurs(one))];
});

const endOfTurn = (tokens: Dialogue['tokens'], at: number): number => {
  let end = at;
  while (tokens[end]?.turn === tokens[at]?.turn && end < at + 60 && end < tokens.length) end += 1;
  return end;
};

const spellingAt = (terms: readonly string[], start: number, end: number): Spelling | null => {
  let word = '';
  let at = start;
  for (;;) {
    const times = REPEATS[terms[at] as string];
    const place = times && isLetter(terms[at + 1]) ? at + 1 : at;
    const letter = terms[place];
    if (place >= end) break;
    if (word && HYPHENS.has(letter as string) && isLetter(terms[place + 1])) {
      word += '-';
      at = place + 1;
      continue;
    }
    if (!isLetter(letter)) break;
    word += letter.repeat(place === at ? 1 : (times as number));
    at = place + 1;
    const comparison = terms.slice(at, at + 2).join(' ');
    if (comparison === 'as in' || comparison === 'like in') at += 3;
    else if ((terms[at] === 'like' || terms[at] === 'for') && !isLetter(terms[at + 1]) && isLetter(terms[at + 2]))
      at += 2;
  }
  return at > start ? { start, end: Math.min(at, end), word } : null;
};

/** Name as it was spelled last by somebody who spelled one much like it, else as it was heard. */
export const respelled = (name: string, spellings: readonly Spelling[]): string => {
  const heard = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '');
  const spelled = spellings.flatMap(({ word }) => closest(heard, word) ?? []).at(-1);
  return spelled ? titled(spelled) : name;
};

/** Spelled word as it fits a name: without an "I" or "a" at its end that began the next sentence. Null where it is another. */
const closest = (heard: string, word: string): string | null => {
  const ways = /[ia]$/.test(word) && word.length > FEWEST ? [word, word.slice(0, -1)] : [word];
  const distances = ways.map((way) => lettersApart(heard, way.replace(/-/g, '')));
  const least = Math.min(...distances);
  const fits = least <= Math.max(1, Math.floor(Math.min(heard.length, word.length) / 3));
  return fits ? (ways[distances.indexOf(least)] as string) : null;
};

export const titled = (word: string): string =>
  word.replace(
    /(^|[- ]|['’](?=\p{L}{2}))(\p{L})/gu,
    (_all, before: string, letter: string) => before + letter.toUpperCase(),
  );
