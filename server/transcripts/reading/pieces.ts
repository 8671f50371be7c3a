import { beginsUnspaced, endsUnspaced } from '../join-words.ts';
import type { CheckedWord } from './words.ts';

/** Pieces of one word have no longer silence between them, in milliseconds. */
const LONGEST_GAP = 500;
/** The longest words of any tongue come in fewer pieces. */
const MOST_PIECES = 24;

const leastOf = (confidences: readonly (number | undefined)[]): number | undefined => {
  const known = confidences.filter((confidence) => confidence !== undefined);
  return known.length > 0 ? known.reduce((least, confidence) => Math.min(least, confidence)) : undefined;
};

/** One word of several: from the first's start to the last's end, as sure as the least sure of them. */
export const joinWords = (words: readonly CheckedWord[], text?: string): CheckedWord => {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) throw new RangeError('no word can be made of none');
  return {
    ...first,
    text: text ?? words.map((word) => word.text).join(''),
    ends_with_space: last.ends_with_space,
    end: last.end,
    confidence: leastOf(words.map(({ confidence }) => confidence)),
  };
};

const belongsTo = (last: CheckedWord, piece: CheckedWord): boolean =>
  !piece.begins_with_space &&
  !last.ends_with_space &&
  piece.within !== undefined &&
  piece.within === last.within &&
  piece.speaker === last.speaker &&
  !endsUnspaced(last.text) &&
  !beginsUnspaced(piece.text) &&
  (piece.start === undefined || last.end === undefined || piece.start - last.end <= LONGEST_GAP);

/**
 * Joins the pieces of words, where a file marks the beginning of a word by a space in front of it, as Whisper does:
 * ` $50` and `,000.` are one word. A file without such spaces has whole words.
 */
export const joinPieces = (words: readonly CheckedWord[]): CheckedWord[] => {
  const marks = words.some((word, i) => word.begins_with_space && i > 0 && word.within === words[i - 1]?.within);
  if (!marks) return [...words];
  const groups: CheckedWord[][] = [];
  for (const word of words) {
    const group = groups.at(-1) ?? [];
    const last = group.at(-1);
    if (last && group.length < MOST_PIECES && belongsTo(last, word)) group.push(word);
    else groups.push([word]);
  }
  return groups.map((group) => (group.length === 1 ? (group[0] as CheckedWord) : joinWords(group)));
};
