/** Letters that NFKD leaves whole, as they are written where they cannot be typed. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
  ĸ: 'k',
  ə: 'e',
  ſ: 's',
  ς: 'σ',
  // Arabic: alef, ya and ta marbuta as people type them; Hebrew: letters as they stand inside a word.
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ک: 'ك',
  ی: 'ي',
  ם: 'מ',
  ן: 'נ',
  ך: 'כ',
  ף: 'פ',
  ץ: 'צ',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

// Accents, Hebrew points, Arabic vowel signs and tatweel, zero-width and direction marks. Signs of Indic vowels stay.
const MARKS = new RegExp(
  `[${[
    '\\u0300-\\u036f\\u0483-\\u0487\\u0591-\\u05c7\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06ed',
    '\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe00-\\ufe0f\\ufe20-\\ufe2f',
    '\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff',
  ].join('')}]`,
  'gu',
);
const DIGIT = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/gu;
const PLAIN = /^[ -~]*$/;

/**
 * Text with case, accents and width folded, so that "Müller", "MULLER" and "muller" are one. Works in every script; the
 * result may be longer or shorter than the text.
 */
export const foldText = (text: string): string => {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(LETTER, (letter) => LETTERS[letter] as string)
    .replace(DIGIT, (digit) => String(digitOf(digit)))
    .normalize('NFC');
};

/** The value of a decimal digit of Arabic, Persian or Devanagari. */
const digitOf = (digit: string): number => {
  const code = digit.codePointAt(0) as number;
  return code >= 0x966 ? code - 0x966 : code >= 0x6f0 ? code - 0x6f0 : code - 0x660;
};
