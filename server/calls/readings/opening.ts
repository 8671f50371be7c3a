import type { Routes } from '@pharos/contract/table/routes.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { readCallByRules } from './read-call-by-rules.ts';
import type { ReadingPool } from './reading-pool.ts';

export const readOpening = async (
  request: RouteRequest<Routes['calls']['opening']>,
  needs: { readings: ReadingPool },
) => {
  const read = await readCallByRules(request, needs, 'opening');
  if (!('opening' in read)) throw new Error('the thread read something else');
  return { data: { call_uuid: request.params.call_uuid, ...read.opening } };
};
