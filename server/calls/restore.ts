import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../platform/audit/record.ts';
import { conflict, deletedTooLongAgo, notFound } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerCall } from './answer.ts';
import { readCall } from './get.ts';
import { undeleteCall } from './queries.ts';

/** Brings a deleted call back as it was; a call that is there already is answered unchanged. */
export const restoreCall = async ({ database, actor, params }: RouteRequest<Routes['calls']['restore']>) =>
  answerCall(
    await database.transaction(async (tx) => {
      const restored = await undeleteCall(tx, actor.organization_uuid, params.call_uuid);
      if (!restored) throw notFound('call');
      if (restored.case_deleted)
        throw conflict('case_deleted', 'The case of this call is deleted; restore the case first');
      if (restored.is_over) throw deletedTooLongAgo('call', restored.restorable_days);
      const call = await readCall(tx, actor.organization_uuid, params.call_uuid);
      await record(tx, actor, { subject_type: 'call', subject_uuid: call.uuid, after_version: call.version });
      return call;
    }),
  );
