import type { Routes } from '@pharos/contract/table/routes.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { changeUser } from './change.ts';
import { endAccess } from './queries.ts';
import { lockSubordinate, requireSuccessor } from './rights.ts';

type Remove = RouteRequest<Routes['users']['remove']>;

/** DELETE: deactivates a user and ends their access; one who is deactivated already stays so. */
export const removeUser = ({ database, actor, params, if_match }: Remove) =>
  database.transaction(async (tx) => {
    const current = await lockSubordinate(tx, actor, params.user_uuid);
    await requireSuccessor(tx, current);
    endAccess(tx, current);
    await changeUser(tx, actor, current, { deactivated_at: current.deactivated_at ?? current.now }, { if_match });
  });
