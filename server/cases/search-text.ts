import type { Case } from '@pharos/contract/cases.ts';
import { foldText } from '../transcripts/search/fold.ts';

// Written inside a name without parting it: O'Brien, O’Brien, Hoʻokano, D´Angelo.
const APOSTROPHES = /['’‘‛`´ʹʻʼʽˈ′＇ꞌ՚׳]/gu;
const BETWEEN_WORDS = /[^\p{Letter}\p{Number}\p{Mark}]+/gu;

const wordsOf = (text: string): string => foldText(text.replace(APOSTROPHES, '')).replace(BETWEEN_WORDS, ' ').trim();

/** A name in one piece: “Smith-Jones”, “Smith Jones” and “SmithJones” are the same. */
const pieceOf = (name: string): string => wordsOf(name).replaceAll(' ', '');

/** The text by which a case is found: its name and number in one piece each, then the words of its summary. */
export const searchTextOf = ({ first_name, last_name, external_id, summary }: Partial<Case>): string =>
  [pieceOf(first_name ?? ''), pieceOf(last_name ?? ''), pieceOf(external_id ?? ''), wordsOf(summary ?? '')]
    .filter(Boolean)
    .join(' ');

/**
 * The patterns of a search, one list for each of its words, of which any has to match; an empty list where it has nothing
 * to look for. “Cruz, Anna” and “anna cruz” are the same search.
 */
export const patternsOf = (q: string): string[][] =>
  q
    .split(/[\s,;]+/)
    .map((word) => [...new Set([pieceOf(word), wordsOf(word)])].filter(Boolean))
    .filter((forms) => forms.length > 0)
    .map((forms) => forms.map((form) => `%${form}%`));
