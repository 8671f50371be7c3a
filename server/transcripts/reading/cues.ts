import { isTime } from './fields.ts';
import { withoutMarkers } from './markers.ts';
import { countWords, requireFewWords } from './size-limits.ts';
import { count, type RawWord, type Repairs } from './words.ts';

/** Words made so far of a file's cues, by the count of its repairs. */
const made = new WeakMap<Repairs, number>();

const requireFew = (parts: Cue['parts'], repairs: Repairs): void => {
  const words = parts.reduce((sum, { text }) => sum + countWords(text), made.get(repairs) ?? 0);
  requireFewWords(words);
  made.set(repairs, words);
};

/** Text with one time for all of it, in milliseconds; the parts are what different speakers say. */
export type Cue = { start: unknown; end: unknown; parts: readonly { text: string; speaker?: string | undefined }[] };

/**
 * The words of a cue, split at white space; they share its time in proportion to their characters, each at least 1 ms.
 * A cue that lacks its start or end gives words without times, for the neighbours to bound.
 */
export const shareOut = ({ start, end, parts }: Cue, repairs: Repairs): RawWord[] => {
  requireFew(parts, repairs);
  const words: RawWord[] = parts.flatMap(({ text: written, speaker }) => {
    const { text, markers } = withoutMarkers(written);
    count(repairs, 'markers_removed', markers);
    return text
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => ({ text: word, start: undefined, end: undefined, speaker }));
  });
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return [];
  if (isTime(start)) for (const word of words) word.cue_start = start;
  if (!isTime(start) || !isTime(end)) {
    first.start = start;
    last.end = end;
    return words;
  }
  if (end < start) count(repairs, 'end_before_start');
  const length = Math.max(0, end - start);
  const characters = words.reduce((sum, word) => sum + String(word.text).length, 0);
  let [said, edge] = [0, start];
  for (const [index, word] of words.entries()) {
    word.start = edge;
    said += String(word.text).length;
    const share = start + Math.round((length * said) / characters);
    edge = Math.max(edge + 1, Math.min(share, end - (words.length - 1 - index)));
    word.end = edge;
  }
  return words;
};
