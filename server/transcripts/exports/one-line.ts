const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Control characters, such as those of a terminal, and marks that turn the direction of what follows them. */
const HIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** Text as it may stand inside a line: no line breaks, nothing that steers a terminal or reverses its neighbours. */
export const oneLine = (text: string): string => text.toWellFormed().replace(BREAKS, ' ').replace(HIDDEN, '').trim();
