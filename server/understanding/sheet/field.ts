import type { Finding } from '../call.ts';
import { type Dialogue, evidenceOf, type Stretch } from '../dialogue/dialogue.ts';

/** Values found so far, by field: later fields build on earlier ones. */
export type Found = ReadonlyMap<string, Finding>;

/** Rule for one or some fields of the sheet. Silence is an empty list. */
export type Rule = (dialogue: Dialogue, found: Found) => Finding[];

/** A field's value with the stretches of tokens that bear it out. */
export const finding = (dialogue: Dialogue, name: string, value: unknown, ...stretches: Stretch[]): Finding[] => {
  const evidence = evidenceOf(dialogue, ...stretches);
  return evidence.length > 0 ? [{ name, value, evidence }] : [];
};

/** Text of a value found before; an empty one where it was not. */
export const textOf = (found: Found, name: string): string => String(found.get(name)?.value ?? '');

/** Words of a stretch as they were transcribed, without punctuation at their edges. */
export const said = ({ call, tokens }: Dialogue, { start, end }: Stretch): string =>
  call.words
    .slice(tokens[start]?.word, (tokens[end - 1]?.word ?? 0) + 1)
    .map(({ text }) => text.trim())
    .join(' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$/gu, '')
    .replace(/(?<![ap]\.m|\.[A-Z])\.$/iu, '');

/** Kinds of calls in which somebody is to be fetched. */
const FETCHING = new Set(['at_need', 'imminent', 'trade']);

/** Tells if somebody is to be fetched, by the kind of call that was found. */
export const isFetching = (found: Found): boolean => FETCHING.has(textOf(found, 'call_kind'));
