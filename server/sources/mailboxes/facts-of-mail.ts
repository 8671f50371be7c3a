import { phoneNumbersIn } from '../../calls/numbers.ts';
import type { ToldFacts } from '../kinds/kind.ts';
import { textOf, timeFrom } from '../kinds/kind.ts';

export type Mail = { subject?: string; date?: Date | string; headers?: string; text?: string };

/** Header in which Asterisk, FreePBX and Issabel name the caller. */
const CALLER = /^x-asterisk-callerid:[ \t]*(\S[^\r\n]*)/im;

/**
 * Reads the facts of a voicemail from the mail that brought it: the time at which the telephone system sent it, and the
 * caller's number, from Asterisk's own header, or else the only telephone number of the subject, or of the line of the text
 * that says who called. Where there are several, none is believed.
 */
export const factsOfMail = ({ subject = '', date, headers = '', text = '' }: Mail): ToldFacts => ({
  direction: 'incoming',
  started_at: timeFrom(date instanceof Date && !Number.isNaN(date.getTime()) ? date.toISOString() : date),
  from: textOf(callerOf(headers)) ?? only(phoneNumbersIn(subject)) ?? only(fromLines(text).flatMap(phoneNumbersIn)),
});

const callerOf = (headers: string): string | undefined => {
  const caller = CALLER.exec(headers)?.[1]?.trim();
  return caller && /\d/.test(caller) ? caller : undefined;
};

/** Lines of a text that say who called, in English or Spanish. */
const fromLines = (text: string): string[] =>
  text.split(/\r?\n/).filter((line) => /\b(from|caller|called|number|phone|de|llamada|número|teléfono)\b/i.test(line));

const only = (numbers: string[]): string | undefined => (new Set(numbers).size === 1 ? numbers[0] : undefined);
