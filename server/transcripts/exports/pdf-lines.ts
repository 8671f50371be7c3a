import bidiFactory, { type Bidi } from 'bidi-js';
import { type Face, inShownLetters, partFor, type Weight } from './pdf-fonts.ts';

/** A piece of a line in one font and one direction, left to right. Widths in points. */
export type Run = { font: string; text: string; width: number };
export type Line = { runs: Run[]; width: number; is_right_to_left: boolean };

/** A look of letters. */
export type Style = { face: Face; weight: Weight };

/** Measures a text in a font, in points. */
export type Measure = (font: string, text: string) => number;

type Logical = Run & { level: number };

// Its types describe another way of loading it than Node's.
const bidi = (bidiFactory as unknown as () => Bidi)();

/** Cuts a text where its font or its direction changes. Characters are those of UTF-16, whole code points kept. */
const cut = (text: string, levels: Uint8Array, { face, weight }: Style, measure: Measure): Logical[] => {
  const runs: Logical[] = [];
  let [part, index]: [string | undefined, number] = [undefined, 0];
  for (const character of text) {
    part = partFor(character.codePointAt(0) ?? 0, part, face);
    const [font, level, last] = [`${part}-${weight}`, levels[index] ?? 0, runs.at(-1)];
    if (last && last.font === font && last.level === level) last.text += character;
    else runs.push({ font, level, text: character, width: 0 });
    index += character.length;
  }
  for (const run of runs) run.width = measure(run.font, run.text);
  return runs;
};

const LETTER = /[\p{L}\p{M}]/u;

/** Fonts turn letters of right-to-left scripts themselves; the marks between them are turned and mirrored here. */
const visible = ({ font, text, width, level }: Logical): Run => {
  if (level % 2 === 0 || LETTER.test(text)) return { font, text, width };
  const mirrored = Array.from(text, (character) => bidi.getMirroredCharacter(character) ?? character);
  return { font, text: mirrored.reverse().join(''), width };
};

/** Turns, from the highest level down to the lowest odd one, what is at that level or above (rule L2 of UAX 9). */
const inVisualOrder = (runs: readonly Logical[]): Run[] => {
  const order = [...runs];
  const highest = Math.max(0, ...order.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < order.length; from++) {
      if ((order[from]?.level ?? 0) < level) continue;
      let to = from;
      while ((order[to]?.level ?? 0) >= level) to++;
      order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = to;
    }
  }
  return order.map(visible);
};

/** Pieces between which a text may be broken: behind white space, and anywhere in what is longer than a line. */
const segmentsOf = (text: string, width: number, widthOf: (part: string) => number): string[] =>
  (text.match(/\S+\s*|\s+/g) ?? []).flatMap((segment) => {
    if (widthOf(segment.trimEnd()) <= width) return [segment];
    const parts: string[] = [];
    let [part, filled] = ['', 0];
    for (const character of segment) {
      const more = widthOf(character);
      if (part !== '' && filled + more > width) {
        parts.push(part);
        [part, filled] = ['', 0];
      }
      part += character;
      filled += more;
    }
    return [...parts, part];
  });

/** A text of one paragraph as lines no wider than `width` points. */
export const layLines = (given: string, width: number, style: Style, measure: Measure): Line[] => {
  const text = inShownLetters(given);
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text);
  const is_right_to_left = (paragraphs[0]?.level ?? 0) % 2 === 1;
  const none = new Uint8Array(0);
  const widthOf = (part: string) => cut(part, none, style, measure).reduce((sum, run) => sum + run.width, 0);
  const lines: Line[] = [];
  let [from, to, filled] = [0, 0, 0];
  const close = () => {
    const line = text.slice(from, to).trimEnd();
    const runs = inVisualOrder(cut(line, levels.subarray(from, to), style, measure));
    lines.push({ runs, width: runs.reduce((sum, run) => sum + run.width, 0), is_right_to_left });
    [from, filled] = [to, 0];
  };
  for (const segment of segmentsOf(text, width, widthOf)) {
    if (to > from && filled + widthOf(segment.trimEnd()) > width) close();
    filled += widthOf(segment);
    to += segment.length;
  }
  if (to > from) close();
  return lines;
};
