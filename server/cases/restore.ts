import type { Routes } from '@pharos/contract/table/routes.ts';
import { record, subject } from '../platform/audit/record.ts';
import type { UserActor } from '../platform/auth/actor.ts';
import type { OpenTransaction } from '../platform/database/database.ts';
import { deletedTooLongAgo, notFound } from '../platform/errors/errors.ts';
import { versioned } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { type CaseRow, findCase, findDeletedCaseForUpdate, markCaseRestored } from './queries.ts';

/** Brings a deleted case back with the calls that went with it; one that is there already is answered unchanged. */
export const restoreCase = async ({ database, actor, params }: RouteRequest<Routes['cases']['restore']>) => {
  const restored = await database.transaction((tx) => bringCaseBack(tx, actor, params.case_uuid));
  if (!restored) throw notFound('case');
  return versioned(restored);
};

/** Finds a case, restored where it was deleted; null where there is none. Throws where it can no longer be restored. */
export const bringCaseBack = async (tx: OpenTransaction, actor: UserActor, uuid: string): Promise<CaseRow | null> => {
  const { organization_uuid } = actor;
  const deleted = await findDeletedCaseForUpdate(tx, organization_uuid, uuid);
  if (deleted?.is_over) throw deletedTooLongAgo('case', deleted.restorable_days);
  if (deleted) markCaseRestored(tx, deleted);
  const found = await findCase(tx, organization_uuid, uuid);
  if (found) {
    const before_version = deleted ? null : found.version;
    record(tx, actor, { ...subject('case', found), before_version, after_version: found.version });
  }
  return found;
};
