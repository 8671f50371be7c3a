import type { Routes } from '@pharos/contract/table/routes.ts';
import { record, subject } from '../platform/audit/record.ts';
import { requireMatch } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { lockCase } from './change.ts';
import { markCaseDeleted } from './queries.ts';

/** DELETE: the case and its calls disappear from every answer, but stay until they are restored or purged. */
export const removeCase = ({ database, actor, params, if_match }: RouteRequest<Routes['cases']['remove']>) =>
  database.transaction(async (tx) => {
    const current = await lockCase(tx, actor, params.case_uuid);
    requireMatch(if_match, current.version);
    markCaseDeleted(tx, current, actor.user_uuid);
    record(tx, actor, subject('case', current));
  });
