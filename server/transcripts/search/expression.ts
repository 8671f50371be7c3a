import { HIT_KINDS } from '@pharos/contract/search.ts';

export type Kind = (typeof HIT_KINDS)[number];

/** Rank of a kind by how near it is to what was typed: 0 is the word itself. */
export const rankOf = (kind: Kind): number => HIT_KINDS.indexOf(kind);

/** One place of a phrase: a term, every term with a stem, or every term that begins so. */
export type Matcher = { term: string } | { stem: string } | { prefix: string };

/** Expression to look for in a transcript. */
export type Expression =
  | { phrase: readonly Matcher[]; kind: Kind }
  | { any: readonly Expression[] }
  | { all: readonly Expression[] }
  | { not: Expression };

/** Matchers of an expression, each once by what it asks for. */
export const matchersOf = (expression: Expression): Matcher[] => {
  const found = new Map<string, Matcher>();
  const visit = (part: Expression): void => {
    if ('phrase' in part) for (const matcher of part.phrase) found.set(keyOf(matcher), matcher);
    else if ('not' in part) visit(part.not);
    else for (const inner of 'any' in part ? part.any : part.all) visit(inner);
  };
  visit(expression);
  return [...found.values()];
};

export const keyOf = (matcher: Matcher): string =>
  'term' in matcher ? `=${matcher.term}` : 'stem' in matcher ? `~${matcher.stem}` : `${matcher.prefix}*`;
