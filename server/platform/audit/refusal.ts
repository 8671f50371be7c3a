import type { ScopedDatabase } from '../database/database.ts';
import { Refusal } from '../errors/errors.ts';
import { type RecordedActor, record } from './record.ts';

/** Statuses that count as refusals. A merely malformed request (400, 413, 415) has not asked for anything yet. */
const REFUSED = new Set([403, 404, 409, 412]);

/** Records that a request was refused or failed. Never throws: the request's own error is what has to be answered. */
export const recordRefusal = async (
  database: ScopedDatabase,
  actor: RecordedActor,
  { type: subject_type, uuid: subject_uuid }: { type: string; uuid: string | null },
  error: unknown,
): Promise<void> => {
  const status = error instanceof Refusal ? error.status : 500;
  if (status < 500 && !REFUSED.has(status)) return;
  const outcome = status < 500 ? 'refused' : 'failed';
  await database
    .transaction(async (tx) => record(tx, actor, { subject_type, subject_uuid, outcome }), { lazy: true })
    .catch(() => {});
};
