/** A glyph of a font as it is drawn, and the characters it was made for: none for the dots that Arabic letters share. */
type Glyph = { id: number; codePoints: number[]; advanceWidth: number };

/** The parts of pdfkit's embedded fonts by which glyphs get their text; they have no types. */
type EmbeddedFont = {
  layout(text: string, features?: unknown): { glyphs: Glyph[]; positions: unknown[] };
  encode(text: string, features?: unknown): [codes: string[], positions: unknown[]];
  subset: { includeGlyph(id: number): number; glyphs: number[] };
  widths: (number | undefined)[];
  unicode: (number[] | undefined)[];
  scale: number;
};

/** A character that readers of PDF leave out (WORD JOINER), for glyphs whose text stands with another. */
const NOTHING = '\u2060';
const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' });

const textOf = ({ codePoints }: Glyph): string => String.fromCodePoint(...codePoints);
const lengthOf = (text: string): number => Array.from(text).length;

/** The texts of glyphs in the order of reading, where a font draws the characters of a syllable in another order. */
const bySyllable = (text: string, glyphs: readonly Glyph[]): string[] | undefined => {
  const syllables = Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);
  const texts: string[] = [];
  let [at, left] = [0, 0];
  for (const { codePoints } of glyphs) {
    if (left === 0 && codePoints.length > 0) {
      const syllable = syllables[at++] ?? '';
      texts.push(syllable);
      left = lengthOf(syllable) - codePoints.length;
    } else {
      texts.push(NOTHING);
      left -= codePoints.length;
    }
    if (left < 0) return undefined;
  }
  return left === 0 && at === syllables.length ? texts : undefined;
};

/**
 * Text that a reader of the file takes each glyph of a run for, so that together they are the text: also where several
 * glyphs draw one letter, or draw a vowel in front of the consonant that it follows.
 */
export const textsOfGlyphs = (text: string, glyphs: readonly Glyph[]): string[] => {
  const own = glyphs.map((glyph) => textOf(glyph) || NOTHING);
  const spoken = (list: readonly Glyph[]) => list.map(textOf).join('');
  const reversed = [...glyphs].reverse();
  if (spoken(glyphs) === text || spoken(reversed) === text) return own;
  return bySyllable(text, glyphs) ?? bySyllable(text, reversed)?.reverse() ?? own;
};

const readable = new WeakSet<object>();

/**
 * Lets text be copied out of a PDF and found in it. pdfkit gives a glyph one text, the first that it stood for; here a
 * glyph is embedded once for each text, such as the stroke that four Arabic letters share.
 */
export const makeReadable = (font: unknown): void => {
  const embedded = font as EmbeddedFont;
  if (readable.has(embedded)) return;
  readable.add(embedded);
  const codes = new Map<string, number>();
  const codeOf = (glyph: Glyph, text: string): number => {
    const key = `${glyph.id} ${text}`;
    let code = codes.get(key);
    if (code === undefined) {
      code = embedded.subset.includeGlyph(glyph.id);
      if (embedded.unicode[code] !== undefined) code = embedded.subset.glyphs.push(glyph.id) - 1;
      embedded.unicode[code] = Array.from(text, (character) => character.codePointAt(0) ?? 0);
      embedded.widths[code] = glyph.advanceWidth * embedded.scale;
      codes.set(key, code);
    }
    return code;
  };
  embedded.encode = (text, features) => {
    const { glyphs, positions } = embedded.layout(text, features);
    const texts = textsOfGlyphs(text, glyphs);
    const encoded = glyphs.map((glyph, i) =>
      codeOf(glyph, texts[i] ?? NOTHING)
        .toString(16)
        .padStart(4, '0'),
    );
    return [encoded, positions];
  };
};

/** Tells text that readers copy rightly only where it is written beside its glyphs; those from right to left they turn. */
export const needsActualText = (text: string): boolean => /\p{Script=Devanagari}/u.test(text);
