import type { Routes } from '@pharos/contract/table/routes.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { readCallByRules } from './read-call-by-rules.ts';
import type { ReadingPool } from './reading-pool.ts';

export const measureCall = async (
  request: RouteRequest<Routes['calls']['measures']>,
  needs: { readings: ReadingPool },
) => {
  const read = await readCallByRules(request, needs, 'measures');
  if (!('measures' in read)) throw new Error('the thread measured nothing');
  return { data: { call_uuid: request.params.call_uuid, ...read.measures } };
};
