import { randomUUID } from 'node:crypto';
import { postponeJob, selectUnfinished } from '../jobs/queries.ts';
import { selectOrganizations } from '../platform/audit/queries.ts';
import type { Database } from '../platform/database/database.ts';
import type { Entry, Queue } from '../platform/queue/queue.ts';

/**
 * Queues what is not finished and has no entry in the queue any more, as after a restore without the queue's schema:
 * no job waits for nobody. Returns how many there were.
 */
export const resumeAll = async (database: Database, queue: Queue): Promise<number> => {
  let resumed = 0;
  for (const { uuid } of await selectOrganizations(database.scopedTo({ installation: true }))) {
    resumed += await resumeOf(database, queue, uuid);
  }
  return resumed;
};

const resumeOf = async (database: Database, queue: Queue, organization_uuid: string): Promise<number> => {
  const bound = database.scopedTo({ organization_uuid });
  const unfinished = await selectUnfinished(bound, organization_uuid);
  const live = unfinished.length === 0 ? new Set() : await queue.live(unfinished.map(({ entry_uuid }) => entry_uuid));
  const lost = unfinished.filter(({ entry_uuid }) => !live.has(entry_uuid));
  for (const { uuid: job_uuid, entry_uuid, provider_id, attempts } of lost) {
    const step = provider_id === null ? 'begin' : 'collect';
    const entry: Entry = { uuid: randomUUID(), organization_uuid, job_uuid, step, looked: 0 };
    await bound.transaction(async (tx) => {
      const known = { organization_uuid, job_uuid, uuid: entry_uuid };
      if (await postponeJob(tx, known, { uuid: entry.uuid, attempts, reason: null })) await queue.send(tx, [entry]);
    });
  }
  return lost.length;
};
