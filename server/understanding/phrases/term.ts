import type { WordRange } from '../call.ts';

/** A term to compare, and the words of the call that hold it: a number may take several. */
export type Term = WordRange & { term: string };
