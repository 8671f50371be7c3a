import type { Routes } from '@pharos/contract/table/routes.ts';
import { pageOf, type Slice } from '../platform/http/cursor.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { selectSessions } from './queries.ts';

export const listSessions = async ({ database, actor, query }: RouteRequest<Routes['sessions']['list']>) => {
  const { organization_uuid, user_uuid, session_uuid } = actor;
  const select = async (slice: Slice) =>
    (await selectSessions(database, organization_uuid, user_uuid, slice)).map((session) => ({
      ...session,
      is_current: session.uuid === session_uuid,
    }));
  return { data: await pageOf(query, select) };
};
