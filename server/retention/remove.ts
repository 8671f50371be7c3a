import { createHash, randomUUID } from 'node:crypto';
import { record } from '../platform/audit/record.ts';
import { type Actor, userOf } from '../platform/auth/actor.ts';
import type { ScopedDatabase } from '../platform/database/database.ts';
import { insertRemains, selectRecordingsOf } from '../recordings/queries.ts';
import { selectUploadsOf } from '../recordings/uploads/queries.ts';
import { dissolveSegments } from '../search/dissolve.ts';
import { insertCertificate } from './certificates/queries.ts';
import { countsOf } from './purged-tables.ts';
import { findDue, lockCalls, lockCase, lockPurge, removeParts, type Subject, selectKeptElsewhere } from './queries.ts';
import { ruleOf } from './rule.ts';

/**
 * Removes one case or call for good, all or nothing, and leaves a certificate, whose uuid it answers; null where it is
 * not due any more. That is decided with its case locked, where no one can place a hold or restore it.
 */
export const removeForGood = (
  database: ScopedDatabase,
  actor: Actor,
  subject: Subject,
  at: string | null,
): Promise<string | null> =>
  database.transaction(async (tx) => {
    const { organization_uuid } = actor;
    const { subject_type, subject_uuid } = subject;
    await lockPurge(tx, organization_uuid);
    if (!(await lockCase(tx, organization_uuid, subject.case_uuid))) return null;
    const calls = await lockCalls(tx, organization_uuid, subject);
    const due = await findDue(tx, organization_uuid, subject, at);
    if (!due) return null;
    const call_uuids = calls.map(({ uuid }) => uuid);
    await dissolveSegments(tx, organization_uuid, call_uuids);
    const recordings = await selectRecordingsOf(tx, organization_uuid, call_uuids);
    const uploads = await selectUploadsOf(tx, organization_uuid, call_uuids);
    insertRemains(
      tx,
      organization_uuid,
      [...recordings, ...uploads].map(({ uuid }) => uuid),
    );
    const elsewhere = await selectKeptElsewhere(tx, organization_uuid, call_uuids);
    const rows = await removeParts(tx, organization_uuid, subject, call_uuids);
    const uuid = randomUUID();
    await Promise.all([
      insertCertificate(tx, organization_uuid, {
        uuid,
        created_by: userOf(actor),
        subject_type,
        subject_uuid,
        rule: ruleOf(due),
        removed: countsOf(rows.map(({ table }) => ({ table, count: 1 }))),
        digest: digestOf(rows),
        elsewhere,
      }),
      record(tx, actor, { subject_type, subject_uuid }),
    ]);
    return uuid;
  });

/** The digest of a certificate; the contract says how it is made. */
export const digestOf = (rows: { table: string; digest: string }[]): string => {
  const lines = rows.map(({ table, digest }) => `${table} ${digest}\n`).sort();
  return createHash('sha256').update(lines.join('')).digest('hex');
};
