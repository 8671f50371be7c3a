import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../platform/audit/record.ts';
import { conflict, deletedTooLongAgo, notFound } from '../platform/errors/errors.ts';
import { versioned } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { readCall } from './get.ts';
import { findCallToRestore, markCallRestored } from './queries.ts';

/** Brings a deleted call back as it was; a call that is there already is answered unchanged. */
export const restoreCall = async ({ database, actor, params }: RouteRequest<Routes['calls']['restore']>) => {
  const call = await database.transaction(async (tx) => {
    const { organization_uuid } = actor;
    const found = await findCallToRestore(tx, organization_uuid, params.call_uuid);
    if (!found) throw notFound('call');
    if (found.case_deleted) throw conflict('case_deleted', 'The case of this call is deleted; restore the case first');
    if (found.is_joined) throw conflict('call_joined', 'This call is joined to another; part that one');
    if (found.is_over) throw deletedTooLongAgo('call', found.restorable_days);
    markCallRestored(tx, organization_uuid, params.call_uuid);
    const restored = await readCall(tx, organization_uuid, params.call_uuid);
    record(tx, actor, { subject_type: 'call', subject_uuid: restored.uuid, after_version: restored.version });
    return restored;
  });
  return versioned(call);
};
