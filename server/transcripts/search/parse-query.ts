import { MAX_QUERY } from '@pharos/contract/search.ts';
import { NUMBER } from './document.ts';
import type { Expression, Kind, Matcher } from './expression.ts';
import { stemOf } from './forms.ts';
import { numbersIn } from './numbers.ts';
import { termsOf } from './tokens.ts';
import type { TradeWords } from './trade-words.ts';

/** A query that cannot be understood. `from` and `to` are characters of the query. */
export class QueryError extends Error {
  override name = 'QueryError';
  readonly from: number;
  readonly to: number;

  constructor(message: string, from: number, to: number) {
    super(message);
    this.from = from;
    this.to = to;
  }
}

/**
 * Extensions of a query beyond the words themselves: forms and numbers unless false, the others where they are given.
 */
export type Reach = {
  forms?: boolean;
  numbers?: boolean;
  /** Terms or phrases that mean the same as others. */
  trade?: TradeWords;
  /** Terms of names that sound or look like a term. */
  names?: (term: string) => readonly string[];
};

/** A prefix needs this many letters, but for scripts in which a letter is a word. */
const MIN_PREFIX = 2;
/** A query holds at most this many words. */
const MAX_PARTS = 32;

type Part = { kind: 'words' | 'phrase' | 'prefix'; text: string; not: boolean; from: number; to: number };
type Item = Part | { kind: 'or'; from: number; to: number };

/**
 * Understands a query: words (all of them), "an exact phrase", a OR b, -not, prefix*. `OR` binds more tightly than the
 * blank between words. Throws QueryError where it cannot be understood.
 */
export const parseQuery = (query: string, reach: Reach = {}): Expression => {
  const items = split(query);
  const groups = grouped(items, query);
  const expressions = groups.map((group) => {
    const alternatives = group.flatMap((part) => {
      const found = expressionOf(part, reach);
      return found ? [part.not ? { not: found } : found] : [];
    });
    return alternatives.length === 1 ? (alternatives[0] as Expression) : { any: alternatives };
  });
  const parts = joinRows(groups, expressions, reach).filter((part) => !('any' in part) || part.any.length > 0);
  if (parts.length === 0) throw new QueryError('Type at least one letter or digit', 0, query.length);
  if (parts.every((part) => 'not' in part))
    throw new QueryError('Say also what to find: a query cannot only leave words out', 0, query.length);
  return parts.length === 1 ? (parts[0] as Expression) : { all: parts };
};

const QUOTES = /["“”„«»]/;

const split = (query: string): Item[] => {
  if (query.length > MAX_QUERY)
    throw new QueryError(`A query has at most ${MAX_QUERY} characters`, MAX_QUERY, query.length);
  const items: Item[] = [];
  for (let at = 0; at < query.length; ) {
    if (/\s/.test(query[at] as string)) {
      at += 1;
      continue;
    }
    const from = at;
    const not = query[at] === '-' && at + 1 < query.length && !/[\s-]/.test(query[at + 1] as string);
    if (not) at += 1;
    if (QUOTES.test(query[at] as string)) {
      const close = [...query.slice(at + 1)].findIndex((letter) => QUOTES.test(letter));
      const end = close < 0 ? -1 : at + 1 + [...query.slice(at + 1)].slice(0, close).join('').length;
      if (end < 0) throw new QueryError('Close the quotation mark', at, query.length);
      items.push({ kind: 'phrase', text: query.slice(at + 1, end), not, from, to: end + 1 });
      at = end + 1;
      continue;
    }
    while (at < query.length && !/\s/.test(query[at] as string) && !QUOTES.test(query[at] as string)) at += 1;
    const text = query.slice(not ? from + 1 : from, at);
    if (text === 'OR' && !not) items.push({ kind: 'or', from, to: at });
    else if (text.endsWith('*') && text.length > 1)
      items.push({ kind: 'prefix', text: text.slice(0, -1), not, from, to: at });
    else items.push({ kind: 'words', text, not, from, to: at });
  }
  if (items.length > MAX_PARTS)
    throw new QueryError(`A query has at most ${MAX_PARTS} words`, (items[MAX_PARTS] as Item).from, query.length);
  return items;
};

/** Parts that OR joins are one group; every group has to be found. */
const grouped = (items: readonly Item[], query: string): Part[][] => {
  const groups: Part[][] = [];
  let joins = false;
  for (const [index, item] of items.entries()) {
    if (item.kind === 'or') {
      const before = items[index - 1];
      if (!before || before.kind === 'or' || index === items.length - 1)
        throw new QueryError('OR stands between two words', item.from, item.to);
      joins = true;
      continue;
    }
    if (joins && item.not) throw new QueryError('What is left out cannot follow OR', item.from, item.to);
    if (joins && groups.at(-1)?.some(({ not }) => not))
      throw new QueryError('What is left out cannot stand before OR', item.from, item.to);
    if (joins) groups.at(-1)?.push(item);
    else groups.push([item]);
    joins = false;
  }
  if (groups.length === 0) throw new QueryError('Type a word to look for', 0, query.length);
  return groups;
};

const expressionOf = (part: Part, reach: Reach): Expression | null => {
  const terms = termsOf(part.text);
  if (terms.length === 0) {
    if (part.kind === 'phrase' || part.kind === 'prefix')
      throw new QueryError('There is no letter and no digit here', part.from, part.to);
    return null;
  }
  if (part.kind === 'phrase') return { phrase: terms.map((term) => ({ term })), kind: 'exact' };
  if (part.kind === 'prefix') return prefixOf(part, terms);
  return wordOf(terms, reach);
};

const prefixOf = (part: Part, terms: readonly string[]): Expression => {
  const last = terms.at(-1) as string;
  if (last.length < MIN_PREFIX && /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d]/u.test(last))
    throw new QueryError(`Type at least ${MIN_PREFIX} letters before *`, part.from, part.to);
  const phrase: Matcher[] = [...terms.slice(0, -1).map((term) => ({ term })), { prefix: last }];
  return { phrase, kind: 'exact' };
};

/** A word as it is typed, and what it reaches. One of several terms, such as "twenty-four", is a phrase. */
const wordOf = (terms: readonly string[], reach: Reach): Expression => {
  const { forms = true, numbers = true, names } = reach;
  const any: Expression[] = [{ phrase: terms.map((term) => ({ term })), kind: 'exact' }];
  if (forms) any.push({ phrase: terms.map((term) => ({ stem: stemOf(term) })), kind: 'form' });
  if (numbers) any.push(...readingsOf(terms));
  const [term] = terms;
  if (terms.length === 1 && term !== undefined) {
    any.push(...tradePhrases(terms, reach));
    for (const name of names?.(term) ?? []) if (name !== term) any.push({ phrase: [{ term: name }], kind: 'name' });
  }
  return any.length === 1 ? (any[0] as Expression) : { any };
};

/** Phrases of the trade that mean the same as terms. */
const tradePhrases = (terms: readonly string[], { forms = true, trade }: Reach): Expression[] =>
  (trade?.(terms) ?? []).map((other) => ({
    phrase: other.map((one) => (forms ? { stem: stemOf(one) } : { term: one })),
    kind: 'trade',
  }));

/** The readings of terms that are one number as a whole. */
const readingsOf = (terms: readonly string[]): Expression[] =>
  [
    ...new Set(
      numbersIn(terms)
        .filter(({ start, end }) => start === 0 && end === terms.length)
        .map(({ digits }) => digits),
    ),
  ].map((digits) => ({ phrase: [{ term: NUMBER + digits }], kind: 'number' as Kind }));

/**
 * Words in a row that are one number, such as five thousand forty, are looked for as that number, however it was said or
 * written; those that are a phrase of the trade, such as death notice, also as what means the same.
 */
const joinRows = (groups: readonly Part[][], expressions: Expression[], reach: Reach): Expression[] => {
  const joined: Expression[] = [];
  for (let at = 0; at < groups.length; ) {
    const row = plainRow(groups, at);
    const whole =
      row.length > 1 ? (longestNumber(row, reach) ?? longestPhrase(row, expressions.slice(at), reach)) : null;
    if (whole) {
      joined.push(whole.expression);
      at += whole.parts;
    } else {
      joined.push(expressions[at] as Expression);
      at += 1;
    }
  }
  return joined;
};

/** Plain words from a group on, up to the first that is anything else. */
const plainRow = (groups: readonly Part[][], from: number): (readonly string[])[] => {
  const row: (readonly string[])[] = [];
  for (const group of groups.slice(from)) {
    const [part] = group;
    if (group.length !== 1 || !part || part.kind !== 'words' || part.not) break;
    row.push(termsOf(part.text));
  }
  return row;
};

type Joined = { expression: Expression; parts: number } | null;

const longestNumber = (row: readonly (readonly string[])[], { numbers = true }: Reach): Joined => {
  if (!numbers) return null;
  for (let parts = row.length; parts > 1; parts -= 1) {
    const terms = row.slice(0, parts).flat();
    const readings = readingsOf(terms);
    if (readings.length === 0) continue;
    const literal: Expression = { phrase: terms.map((term) => ({ term })), kind: 'exact' };
    return { expression: { any: [literal, ...readings] }, parts };
  }
  return null;
};

const longestPhrase = (row: readonly (readonly string[])[], words: readonly Expression[], reach: Reach): Joined => {
  for (let parts = Math.min(row.length, reach.trade?.longest ?? 0); parts > 1; parts -= 1) {
    const phrases = tradePhrases(row.slice(0, parts).flat(), reach);
    if (phrases.length > 0) return { expression: { any: [{ all: words.slice(0, parts) }, ...phrases] }, parts };
  }
  return null;
};
