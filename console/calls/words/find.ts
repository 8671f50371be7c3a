import type { SearchMatch } from '@pharos/contract/search.ts';
import type { Word } from '@pharos/contract/transcripts.ts';

/** Words in a row, from index `start` to `end` (not included); `kind` where they were reached another way than by letters. */
export type Range = { start: number; end: number; kind?: SearchMatch['kind'] };

/** Text as it is compared in a search: without accents, marks and capitals. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Places where a call says the typed text, in order; its last word may be incomplete. */
export const findInWords = (words: readonly Word[], typed: string): Range[] => {
  const wanted = plain(typed);
  if (wanted === '') return [];
  const starts: number[] = [];
  let text = ' ';
  for (const word of words) {
    starts.push(text.length);
    const said = plain(word.text);
    if (said !== '') text += `${said} `;
  }
  const found: Range[] = [];
  for (let at = text.indexOf(` ${wanted}`); at >= 0; at = text.indexOf(` ${wanted}`, at + 1)) {
    const start = wordOf(starts, at + 1);
    const end = wordOf(starts, at + wanted.length) + 1;
    if (found.at(-1)?.start !== start) found.push({ start, end });
  }
  return found;
};

/** The last word that begins at or before a character. */
const wordOf = (starts: number[], character: number): number => {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= character) low = middle;
    else high = middle - 1;
  }
  return low;
};
