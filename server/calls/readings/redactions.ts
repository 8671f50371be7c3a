import type { Routes } from '@pharos/contract/table/routes.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { readCallByRules } from './read-call-by-rules.ts';
import type { ReadingPool } from './reading-pool.ts';

export const listRedactions = async (
  request: RouteRequest<Routes['calls']['redactions']>,
  needs: { readings: ReadingPool },
) => {
  const read = await readCallByRules(request, needs, 'redactions');
  if (!('redactions' in read)) throw new Error('the thread looked for something else');
  return { data: { items: read.redactions } };
};
