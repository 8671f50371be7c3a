/**
 * English words that almost every call holds. What a phrase of them needs is kept in segments as pairs and threes: by single
 * words it would have to be looked for in every call.
 */
const COMMON = new Set(
  (
    'the to and you i a that is it we of in for her have so be on was my this he do are at will what if can your with ' +
    'but not she they no as me or all'
  ).split(' '),
);

export const isCommon = (term: string): boolean => COMMON.has(term);

/** The term under which a run of common words is kept in a segment. */
export const runTerm = (terms: readonly string[]): string => `~${terms.join(' ')}`;
export const isRun = (term: string): boolean => term.startsWith('~');
