import type { ExportLanguage, RedactionKind, Word } from '@pharos/contract/transcripts.ts';
import type { SecretWords } from './find-secrets.ts';

const MARKERS: Readonly<Record<ExportLanguage, Readonly<Record<RedactionKind, string>>>> = {
  en: {
    card_number: '[card number removed]',
    social_security_number: '[social security number removed]',
    bank_account: '[account number removed]',
    date_of_birth: '[date of birth removed]',
    security_code: '[code removed]',
  },
  es: {
    card_number: '[número de tarjeta omitido]',
    social_security_number: '[número de seguro social omitido]',
    bank_account: '[número de cuenta omitido]',
    date_of_birth: '[fecha de nacimiento omitida]',
    security_code: '[código omitido]',
  },
};

/**
 * Words with a marker in place of each secret. A marker has the times and the voice of the words that it replaces, and
 * the punctuation behind them. The words themselves stay as they are.
 */
export const redact = (words: readonly Word[], secrets: readonly SecretWords[], language: ExportLanguage): Word[] => {
  const redacted: Word[] = [];
  let next = 0;
  for (const { kind, start_word, end_word } of secrets) {
    redacted.push(...words.slice(next, start_word));
    const said = words.slice(start_word, end_word);
    const [first, last] = [said[0], said.at(-1)];
    next = end_word;
    if (!first || !last) continue;
    const mark = /[.,;:?!]+$/.exec(last.text.trim())?.[0] ?? '';
    redacted.push({ ...first, text: `${MARKERS[language][kind]}${mark}`, end_ms: last.end_ms });
  }
  return [...redacted, ...words.slice(next)];
};
