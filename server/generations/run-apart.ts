import { LimitExceeded, type WorkFor } from '../platform/worker-pool/worker-pool.ts';
import type { Analysed, Unread } from './analyse-thread.ts';
import type { AnalysisPool } from './analysis-pool.ts';

/**
 * Runs templates on a call, all in one go. Where that takes more time or memory than it may, each runs by itself: one that
 * is too much fails alone.
 */
export const runApart = async (pool: Pick<AnalysisPool, 'run'>, unread: Unread, whose: WorkFor): Promise<Analysed> => {
  const { templates } = unread;
  if (templates.length === 0) return [];
  try {
    return await pool.run(unread, whose);
  } catch (error) {
    if (!(error instanceof LimitExceeded)) throw error;
    const [only, ...more] = templates;
    if (!only || more.length === 0) return templates.map(({ rules }) => exceeded(error, rules ? 'rules' : 'phrases'));
    const results: Analysed = [];
    for (const one of templates) results.push(...(await runApart(pool, { ...unread, templates: [one] }, whose)));
    return results;
  }
};

const exceeded = ({ limit }: LimitExceeded, engine: 'rules' | 'phrases'): Analysed[number] => ({
  engine,
  error: limit === 'time' ? 'took_too_long' : 'too_much_memory',
  occurs: null,
  text: null,
  found: [],
  took_ms: 0,
});
