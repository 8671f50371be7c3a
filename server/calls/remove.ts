import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../platform/audit/record.ts';
import { notFound } from '../platform/errors/errors.ts';
import { requireMatch } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { deleteCall, lockCall } from './queries.ts';

/** DELETE: the call disappears from every answer but stays, with all its versions, until it is restored or purged. */
export const removeCall = ({ database, actor, params, if_match }: RouteRequest<Routes['calls']['remove']>) =>
  database.transaction(async (tx) => {
    const call = await lockCall(tx, actor.organization_uuid, params.call_uuid);
    if (!call) throw notFound('call');
    requireMatch(if_match, call.version);
    await deleteCall(tx, call, actor.user_uuid);
    await record(tx, actor, { subject_type: 'call', subject_uuid: call.uuid, before_version: call.version });
  });
