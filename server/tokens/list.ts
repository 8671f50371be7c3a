import type { Routes } from '@pharos/contract/table/routes.ts';
import { reaches } from '../platform/auth/actor.ts';
import { needsLevel } from '../platform/errors/errors.ts';
import { pageOf, type Slice } from '../platform/http/cursor.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerToken } from './answer.ts';
import { selectTokens } from './queries.ts';

/** The actor's own tokens; with `all`, which needs an admin, those of all users. */
export const listTokens = async ({ database, actor, query }: RouteRequest<Routes['tokens']['list']>) => {
  const { organization_uuid, user_uuid, access_level } = actor;
  if (query.all && !reaches(access_level, 'admin')) {
    throw needsLevel('admin', access_level);
  }
  const whose = query.all ? null : user_uuid;
  const select = async (slice: Slice) =>
    (await selectTokens(database, organization_uuid, whose, slice)).map(answerToken);
  return { data: await pageOf(query, select) };
};
