/**
 * English words that almost every call holds. What a phrase of them needs is kept in segments as pairs and threes: by single
 * words it would have to be looked for in every call.
 */
const COMMON = new Set(
  (
    'the to and you i a that is it we of in for so have on be do this are was at with but what he she they can my our your ' +
    'will if not or as me just okay yes yeah no know would there all then him her them like about got get from an going ' +
    'its thats im well were dont need want out up one how when who had has did been'
  ).split(' '),
);

export const isCommon = (term: string): boolean => COMMON.has(term);

/** The term under which a run of common words is kept in a segment. */
export const runTerm = (terms: readonly string[]): string => `~${terms.join(' ')}`;
export const isRun = (term: string): boolean => term.startsWith('~');
