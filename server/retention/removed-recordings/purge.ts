import { randomUUID } from 'node:crypto';
import { record } from '../../platform/audit/record.ts';
import { type Actor, userOf } from '../../platform/auth/actor.ts';
import type { ScopedDatabase } from '../../platform/database/database.ts';
import { insertRemains } from '../../recordings/queries.ts';
import { insertCertificate } from '../certificates/queries.ts';
import { lockCase } from '../queries.ts';
import { digestOf } from '../remove.ts';
import { ruleOf } from '../rule.ts';
import { deleteRecording, lockRemoved, selectRemoved } from './queries.ts';

/**
 * Removes for good the recordings that were taken from calls which stay. Answers how many.
 */
export const purgeRemovedRecordings = async (
  database: ScopedDatabase,
  actor: Actor,
  { signal, onError }: { signal: AbortSignal; onError: (error: unknown) => void },
): Promise<number> => {
  const { organization_uuid } = actor;
  let purged = 0;
  for (const removed of await selectRemoved(database, organization_uuid)) {
    if (signal.aborted) return purged;
    const count = await database
      .transaction(async (tx) => {
        await lockCase(tx, organization_uuid, removed.case_uuid);
        const row = await lockRemoved(tx, organization_uuid, removed);
        if (!row) return 0;
        deleteRecording(tx, organization_uuid, removed.uuid);
        insertRemains(tx, organization_uuid, [removed.uuid]);
        const subject = { subject_type: 'recording' as const, subject_uuid: removed.uuid };
        const reason = { by_deletion: true, is_pre_need: false, by_location: false, days: removed.restorable_days };
        await insertCertificate(tx, organization_uuid, {
          ...subject,
          uuid: randomUUID(),
          created_by: userOf(actor),
          rule: ruleOf(reason),
          removed: { recordings: 1 },
          digest: digestOf([{ table: 'recordings', digest: row.digest }]),
          elsewhere: [],
        });
        record(tx, actor, subject);
        return 1;
      })
      .catch(onError);
    purged += count ?? 0;
  }
  return purged;
};
