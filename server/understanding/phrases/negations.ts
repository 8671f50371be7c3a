const NEGATIONS = new Set([
  ...['no', 'not', 'never', 'nobody', 'nothing', 'none', 'neither', 'nor', 'nowhere', 'without'],
  ...['nunca', 'jamas', 'nadie', 'nada', 'ninguno', 'ninguna', 'ningun', 'tampoco', 'ni', 'sin'],
]);

/** Tells whether a folded term turns what is said around it into its opposite, in English or Spanish. */
export const isNegation = (term: string): boolean => NEGATIONS.has(term);
