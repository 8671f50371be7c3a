import { MAX_NAMED_CERTIFICATES, type Purge } from '@pharos/contract/retention.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Actor } from '../platform/auth/actor.ts';
import { requireConfirmed } from '../platform/auth/in-person.ts';
import type { ScopedDatabase } from '../platform/database/database.ts';
import type { Position } from '../platform/http/cursor.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { selectDue } from './queries.ts';
import { removeForGood } from './remove.ts';

const BATCH = 500;

type PurgeOptions = {
  at?: string | null;
  signal?: AbortSignal;
  /** Takes the error of a removal that failed, and the rest goes on; absent: the first failure ends the purge. */
  onError?: (error: unknown) => void;
};

const rethrow = (error: unknown): never => {
  throw error;
};

/**
 * Removes what is due in the actor's organization, longest due first. Each case and call is a transaction of its own:
 * whatever ends a purge leaves whole things, and the next one goes on. `at` is the time that counts; null is now.
 */
export const purgeDue = async (
  database: ScopedDatabase,
  actor: Actor,
  { at = null, signal, onError = rethrow }: PurgeOptions = {},
): Promise<Purge> => {
  const purge: Purge = { cases: 0, calls: 0, purge_certificate_uuids: [] };
  let after: Position | null = null;
  for (let found = BATCH; found === BATCH; ) {
    const batch = await selectDue(database, actor.organization_uuid, at, { after, limit: BATCH });
    for (const due of batch) {
      if (signal?.aborted) return purge;
      const certificate_uuid = await removeForGood(database, actor, due, at).catch(onError);
      after = { created_at: due.due_since, uuid: due.subject_uuid };
      if (typeof certificate_uuid !== 'string') continue;
      purge[due.subject_type === 'case' ? 'cases' : 'calls'] += 1;
      if (purge.purge_certificate_uuids.length < MAX_NAMED_CERTIFICATES) {
        purge.purge_certificate_uuids.push(certificate_uuid);
      }
    }
    found = batch.length;
  }
  return purge;
};

export const purgeNow = async ({ database, actor }: RouteRequest<Routes['retention']['purge']>) => {
  await requireConfirmed(database, actor);
  return { data: await purgeDue(database, actor) };
};
