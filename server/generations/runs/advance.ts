import { findTemplate } from '../../generation-templates/queries.ts';
import { type Analysis, analyseCall } from '../analyse.ts';
import { advanceRun, cancelRun, findUnfinishedRun, finishRun, selectNextCalls } from './queries.ts';

/** Calls of one turn of a run. */
const BATCH = 10;

type Working = Omit<Analysis, 'call' | 'template'> & { organization_uuid: string };

/**
 * Does the next calls of the organization's oldest run that is not finished; answers whether there may be more to do. Each
 * call is counted once it is done: a run that was cut short goes on behind the last of them.
 */
export const advanceRuns = async ({ organization_uuid, ...analysis }: Working): Promise<boolean> => {
  const { database, signal } = analysis;
  let run = await findUnfinishedRun(database, organization_uuid);
  if (!run) return false;
  const template = await findTemplate(database, organization_uuid, run.generation_template_uuid);
  if (!template || template.deleted_at) {
    await cancelRun(database, organization_uuid, run.uuid);
    return true;
  }
  const calls = await selectNextCalls(database, organization_uuid, run, BATCH);
  for (const call of calls) {
    if (signal?.aborted) return false;
    const failed = await analyseCall({ ...analysis, call, template });
    run = await advanceRun(database, organization_uuid, run, call, failed);
    // Cancelled, or another server is at it.
    if (!run) return false;
  }
  if (calls.length < BATCH) await finishRun(database, organization_uuid, run);
  return true;
};
