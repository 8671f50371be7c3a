import { between, joined } from '../join-words.ts';

const LONGEST_LINE = 42;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/g;

/** Characters of a line, those of Chinese, Japanese and Korean counted twice. */
const widthOf = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);

/** The words in one line if they fit, in two as even as can be, or in as many as it takes. */
export const linesOf = (words: readonly string[]): string[] => {
  const widths = words.map((word, i) => widthOf(word) + (i > 0 ? between(words[i - 1] ?? '', word).length : 0));
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total <= LONGEST_LINE || words.length < 2) return [joined(words)];
  let [best, at, width] = [Number.POSITIVE_INFINITY, 0, 0];
  for (let i = 1; i < words.length; i++) {
    width += widths[i - 1] ?? 0;
    const longer = Math.max(width, total - width);
    if (longer <= best) [best, at] = [longer, i];
  }
  if (best <= LONGEST_LINE) return [joined(words.slice(0, at)), joined(words.slice(at))];
  return [...linesOf(words.slice(0, at)), ...linesOf(words.slice(at))];
};
