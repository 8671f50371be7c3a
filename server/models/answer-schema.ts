import type { Statement } from '../understanding/evidence/check-statement.ts';

export type JsonSchema = { name: string; schema: Record<string, unknown> };

const [MOST_STATEMENTS, MOST_QUOTES, LONGEST] = [20, 4, 2_000];

/** Shape of an answer: statements, each with the quotes that it rests on. */
export const STATEMENTS: JsonSchema = {
  name: 'statements',
  schema: {
    type: 'object',
    properties: {
      statements: {
        type: 'array',
        items: {
          type: 'object',
          properties: { text: { type: 'string' }, quotes: { type: 'array', items: { type: 'string' } } },
          required: ['text', 'quotes'],
          additionalProperties: false,
        },
      },
    },
    required: ['statements'],
    additionalProperties: false,
  },
};

/**
 * Reads the statements in what a model said; null where it is no such answer. Servers without structured output put it
 * between other words, or into a block of code.
 */
export const readStatements = (content: string): Statement[] | null => {
  const [from, to] = [content.indexOf('{'), content.lastIndexOf('}')];
  const told = from < 0 || to < from ? null : parsed(content.slice(from, to + 1));
  const { statements } = (told ?? {}) as { statements?: unknown };
  if (!Array.isArray(statements)) return null;
  return statements.slice(0, MOST_STATEMENTS).flatMap((one: unknown) => {
    const { text, quotes } = (one ?? {}) as { text?: unknown; quotes?: unknown };
    if (typeof text !== 'string' || text.trim() === '') return [];
    const given = Array.isArray(quotes) ? quotes.filter(isQuote).slice(0, MOST_QUOTES) : [];
    return [{ text: text.trim().slice(0, LONGEST), quotes: given }];
  });
};

const isQuote = (quote: unknown): quote is string => typeof quote === 'string' && quote.length <= LONGEST;

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
};
