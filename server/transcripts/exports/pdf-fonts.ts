import { fileURLToPath } from 'node:url';
import literata from '@fontsource/literata/unicode.json' with { type: 'json' };
import sans from '@fontsource/noto-sans/unicode.json' with { type: 'json' };
import arabic from '@fontsource/noto-sans-arabic/unicode.json' with { type: 'json' };
import hebrew from '@fontsource/noto-sans-hebrew/unicode.json' with { type: 'json' };

/** Noto Sans comes in parts by script; each part says which characters it has. */
type Part = { name: string; package: string; has: (code: number) => boolean };

const parse = (ranges: string): [number, number][] =>
  ranges.split(',').map((range) => {
    const [from = '', to = from] = range.replace('U+', '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });

const partOf = (family: string, name: string, ranges: string): Part => {
  const parsed = parse(ranges);
  const known = new Map<number, boolean>();
  const has = (code: number): boolean => {
    const answer = known.get(code) ?? parsed.some(([from, to]) => code >= from && code <= to);
    known.set(code, answer);
    return answer;
  };
  return { name: `${family}-${name}`, package: `@fontsource/${family}`, has };
};

const partsOf = (family: string, ranges: Record<string, string>, ...names: string[]): Part[] =>
  names.map((name) => partOf(family, name, ranges[name] ?? ''));

const SCRIPTS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'];
const SANS: readonly Part[] = [
  ...partsOf('noto-sans', sans, ...SCRIPTS, 'devanagari'),
  ...partsOf('noto-sans-hebrew', hebrew, 'hebrew'),
  ...partsOf('noto-sans-arabic', arabic, 'arabic'),
];
/** The letters of what was said, as on the page that prints; those of other scripts are without serifs. */
const SERIF: readonly Part[] = [...partsOf('literata', literata, ...SCRIPTS), ...SANS];
const FACES = { sans: SANS, serif: SERIF };
const PARTS = SERIF;

export type Face = keyof typeof FACES;
export type Weight = 400 | 700;

/** Names and files of all fonts of both weights. */
export const FONT_FILES: readonly { name: string; file: string }[] = PARTS.flatMap((part) =>
  [400, 700].map((weight) => ({
    name: `${part.name}-${weight}`,
    file: fileURLToPath(import.meta.resolve(`${part.package}/files/${part.name}-${weight}-normal.woff`)),
  })),
);

const INVISIBLE = /^[\p{Cf}\p{Mn}\p{Me}]$/u;

/** Tells a text of which the fonts have every character that is to be seen. */
export const canShow = (text: string): boolean =>
  Array.from(text).every(
    (character) => INVISIBLE.test(character) || PARTS.some((part) => part.has(character.codePointAt(0) ?? 0)),
  );

/** A text in letters that the fonts have: a ligature such as `ﬁ`, or a letter of double width, in its plain form. */
export const inShownLetters = (text: string): string =>
  Array.from(text.normalize('NFC'), (character) => {
    if (canShow(character)) return character;
    const plain = character.normalize('NFKC');
    return canShow(plain) ? plain : character;
  }).join('');

/** The part of a face for each character; one run of text keeps its part as long as that has the characters. */
export const partFor = (code: number, current: string | undefined, face: Face): string => {
  const parts = FACES[face];
  const kept = parts.find(({ name }) => name === current);
  const part = kept?.has(code) ? kept : (parts.find(({ has }) => has(code)) ?? kept ?? parts[0]);
  return part?.name ?? '';
};
