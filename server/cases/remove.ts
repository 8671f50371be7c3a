import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../platform/audit/record.ts';
import { notFound } from '../platform/errors/errors.ts';
import { requireMatch } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { deleteCase, findCase } from './queries.ts';
import { subjectOf } from './write.ts';

/** DELETE: the case and its calls disappear from every answer, but stay until they are restored or purged. */
export const removeCase = ({ database, actor, params, if_match }: RouteRequest<Routes['cases']['remove']>) =>
  database.transaction(async (tx) => {
    const current = await findCase(tx, actor.organization_uuid, params.case_uuid, true);
    if (!current) throw notFound('case');
    requireMatch(if_match, current.version);
    await deleteCase(tx, current, actor.user_uuid);
    await record(tx, actor, subjectOf(current));
  });
