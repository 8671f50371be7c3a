import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../platform/audit/record.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerUser, subjectOf } from './answer.ts';
import { reactivateUser, type UserRow } from './queries.ts';
import { getSubordinate } from './rights.ts';

/** Lets a deactivated user in again: with their password, but not with the tokens of before. */
export const restoreUser = async ({ database, actor, params }: RouteRequest<Routes['users']['restore']>) =>
  answerUser(
    await database.transaction(async (tx) => {
      const user = await getSubordinate(tx, actor, params.user_uuid);
      if (user.deactivated_at === null) return user;
      const restored = (await reactivateUser(tx, user)) as UserRow;
      await record(tx, actor, { ...subjectOf(user), after_version: restored.version });
      return restored;
    }),
  );
