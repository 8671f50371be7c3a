import type { SearchHit } from '@pharos/contract/search.ts';
import type { Word } from '@pharos/contract/transcripts.ts';

/** Words before a hit that a snippet shows, at most. */
const BEFORE = 40;

/** Range of the words that a hit's snippet shows; null where the words have changed since. `end` is exclusive. */
export const sentenceOf = (hit: SearchHit, words: readonly Word[]): { start: number; end: number } | null => {
  for (let start = hit.start_word; start >= Math.max(0, hit.start_word - BEFORE); start -= 1) {
    const end = endOf(hit.snippet, words, start);
    if (end !== null && end >= hit.end_word) return { start, end };
  }
  return null;
};

/** Index after the last word of a text that begins with the word at `start`; null where it is another text. */
const endOf = (text: string, words: readonly Word[], start: number): number | null => {
  let said = '';
  for (let at = start; at < words.length; at += 1) {
    said += `${said === '' ? '' : ' '}${words[at]?.text}`;
    if (said === text) return at + 1;
    if (!text.startsWith(said)) return null;
  }
  return null;
};
