import type { Routes } from '@pharos/contract/table/routes.ts';
import { notFound } from '../../platform/errors/errors.ts';
import { DEFAULT_LIMIT, decodeVersionCursor, versionPageOf } from '../../platform/http/cursor.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { callExists } from '../queries.ts';
import { selectCallVersions } from './queries.ts';

type List = RouteRequest<Routes['calls']['versions']>;

export const listCallVersions = async ({ database, actor, params, query }: List) => {
  const { organization_uuid } = actor;
  const limit = query.limit ?? DEFAULT_LIMIT;
  const before = query.cursor === undefined ? null : decodeVersionCursor(query.cursor);
  const [call, rows] = await database.transaction((tx) =>
    Promise.all([
      callExists(tx, organization_uuid, params.call_uuid),
      selectCallVersions(tx, organization_uuid, params.call_uuid, before, limit + 1),
    ]),
  );
  if (!call) throw notFound('call');
  return { data: versionPageOf(rows, limit) };
};
