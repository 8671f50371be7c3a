import parsePhoneNumber, { findPhoneNumbersInText } from 'libphonenumber-js/min';

/** Country of numbers that name none. */
const COUNTRY = 'US';

/** A telephone number in E.164; null for what is none, such as a name, an extension or a withheld number. */
export const e164Of = (given: string): string | null => {
  const number = parsePhoneNumber(given, { defaultCountry: COUNTRY, extract: false });
  return number?.isPossible() ? number.number : null;
};

/** Telephone numbers that a text names, in E.164. */
export const phoneNumbersIn = (text: string): string[] =>
  findPhoneNumbersInText(text, COUNTRY).map(({ number }) => number.number);

type Ends = { from?: string | null; to?: string | null };

/** Numbers in E.164 of those ends of a call that a change names. */
export const numbersOf = ({ from, to }: Ends): { from_e164?: string | null; to_e164?: string | null } => ({
  ...(from !== undefined && { from_e164: from && e164Of(from) }),
  ...(to !== undefined && { to_e164: to && e164Of(to) }),
});
