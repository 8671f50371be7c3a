import type { DigitPiece } from './tokens.ts';

const UNITS = 'cero uno dos tres cuatro cinco seis siete ocho nueve'.split(' ');
const TEENS = 'diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve'.split(' ');
const TWENTIES =
  'veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve'.split(
    ' ',
  );
const TENS = 'treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' ');

const NUMBERS = new Map(
  [UNITS, TEENS, TWENTIES].flatMap((row, tens) => row.map((word, unit): [string, number] => [word, tens * 10 + unit])),
);

/** Numbers below a hundred in Spanish: "cuarenta y dos", "cero". "Once" alone is the English word. */
export const spanishDigitsAt = (terms: readonly string[], at: number, end: number): DigitPiece | null => {
  const term = terms[at] as string;
  const tens = TENS.indexOf(term);
  if (tens >= 0) {
    const unit = terms[at + 1] === 'y' && at + 2 < end ? UNITS.indexOf(terms[at + 2] as string) : 0;
    const isUnit = unit > 0;
    return { digits: String((tens + 3) * 10 + (isUnit ? unit : 0)), start: at, end: isUnit ? at + 3 : at + 1 };
  }
  if (term === 'once' && !NUMBERS.has(terms[at + 1] ?? '') && !NUMBERS.has(terms[at - 1] ?? '')) return null;
  const value = NUMBERS.get(term);
  return value === undefined ? null : { digits: String(value), start: at, end: at + 1 };
};
