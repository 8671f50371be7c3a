import type { Transaction } from '../platform/database/database.ts';
import { invalid, problem } from '../platform/errors/errors.ts';
import type { GiveWay } from '../platform/worker-pool/give-way.ts';
import type { Expression } from '../transcripts/search/expression.ts';
import { parseQuery, QueryError } from '../transcripts/search/parse-query.ts';
import { tradeWordsBy } from '../transcripts/search/trade-words.ts';
import { similarNames } from './names/dictionary.ts';

type Asked = { q: string; forms?: boolean; numbers?: boolean; trade?: boolean; names?: boolean };

/** Reads a query; 400 with the place of what cannot be understood. */
export const understand = async (
  tx: Transaction,
  organization_uuid: string,
  asked: Asked,
  trade_words: string[][],
  giveWay: GiveWay,
): Promise<Expression> => {
  const { q, forms = true, numbers = true, trade = true, names = true } = asked;
  const reach = { forms, numbers, ...(trade && { trade: tradeWordsBy(trade_words) }) };
  try {
    if (!names) return parseQuery(q, reach);
    // Read once to know its words, whose names are then looked for.
    const words = new Set<string>();
    const noteWord = (word: string) => {
      words.add(word);
      return [];
    };
    const expression = parseQuery(q, { ...reach, names: noteWord });
    if (words.size === 0) return expression;
    const similar = await similarNames(tx, organization_uuid, [...words], giveWay);
    return parseQuery(q, { ...reach, names: (word) => similar.get(word) ?? [] });
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw invalid(problem('/q', 'invalid_query', `${error.message} (characters ${error.from} to ${error.to})`));
  }
};
