/** Kinds of hits, from the nearest to the farthest: the word itself, another form of it, a number said otherwise … */
export const KINDS = ['exact', 'form', 'number', 'trade', 'name'] as const;
export type Kind = (typeof KINDS)[number];

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
