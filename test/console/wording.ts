import { english } from '../../console/texts/english.ts';
import { spanish } from '../../console/texts/spanish.ts';

/** Stands for anything that may be put into a text, as in `like\`${english.calls.rename(ANY)}\``. */
export const ANY = '\u{E000}';
/** Stands for any count, with or without separators. */
export const ANY_COUNT = 987_654_321;
/** Stands for the UUID of anything. */
export const ANY_UUID = '\u{E001}';

const PATTERNS = new Map([
  [ANY, '.*'],
  [ANY_UUID, '[0-9a-f-]{36}'],
  [String(ANY_COUNT), '\\d+'],
  [ANY_COUNT.toLocaleString('en'), '[\\d,]+'],
]);
const PLACEHOLDER = new RegExp(`(${[...PATTERNS.keys()].join('|')})`);
const literally = (text: string) =>
  text
    .split(PLACEHOLDER)
    .map((part) => PATTERNS.get(part) ?? RegExp.escape(part))
    .join('');

/** A pattern of texts of the catalogue, taken as they are, and of what is written around them, taken as a pattern. */
export const like = (pattern: TemplateStringsArray, ...texts: string[]): RegExp =>
  new RegExp(String.raw(pattern, ...texts.map(literally)));

const greetingIn = ({ today }: typeof english): RegExp =>
  new RegExp(
    `^(${Object.values(today.greetings)
      .map((greeting) => literally(greeting('')))
      .join('|')})`,
  );

/** Heading of the morning page, whatever the hour and whoever reads it. */
export const GREETING = greetingIn(english);
export const SPANISH_GREETING = greetingIn(spanish);
