import type { Transaction } from '../platform/database/database.ts';
import { invalid, problem } from '../platform/errors/errors.ts';
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
): Promise<Expression> => {
  const { q, forms = true, numbers = true, trade = true, names = true } = asked;
  const similar = names ? await similarNames(tx, organization_uuid) : undefined;
  try {
    return parseQuery(q, {
      forms,
      numbers,
      ...(trade && { trade: tradeWordsBy(trade_words) }),
      ...(similar && { names: similar }),
    });
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw invalid(problem('/q', 'invalid_query', `${error.message} (characters ${error.from} to ${error.to})`));
  }
};
