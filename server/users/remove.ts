import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../platform/audit/record.ts';
import { requireMatch } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { subjectOf } from './answer.ts';
import { deactivateUser } from './queries.ts';
import { getSubordinate, requireSuccessor } from './rights.ts';

/** DELETE: the user can do nothing from now on; who is deactivated already stays so. */
export const removeUser = ({ database, actor, params, if_match }: RouteRequest<Routes['users']['remove']>) =>
  database.transaction(async (tx) => {
    const user = await getSubordinate(tx, actor, params.user_uuid);
    if (user.deactivated_at !== null) return;
    requireMatch(if_match, user.version);
    await requireSuccessor(tx, user);
    await deactivateUser(tx, user);
    await record(tx, actor, { ...subjectOf(user), after_version: user.version + 1 });
  });
