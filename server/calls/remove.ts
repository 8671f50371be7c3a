import type { Routes } from '@pharos/contract/table/routes.ts';
import { record, subject } from '../platform/audit/record.ts';
import { requireMatch } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { lockCall } from './change.ts';
import { markCallDeleted } from './queries.ts';

/** DELETE: the call disappears from every answer but stays, with all its versions, until it is restored or purged. */
export const removeCall = ({ database, actor, params, if_match }: RouteRequest<Routes['calls']['remove']>) =>
  database.transaction(async (tx) => {
    const call = await lockCall(tx, actor, params.call_uuid);
    requireMatch(if_match, call.version);
    markCallDeleted(tx, call, actor.user_uuid);
    record(tx, actor, subject('call', call));
  });
