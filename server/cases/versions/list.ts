import type { Routes } from '@pharos/contract/table/routes.ts';
import { notFound } from '../../platform/errors/errors.ts';
import { DEFAULT_LIMIT, decodeVersionCursor, versionPageOf } from '../../platform/http/cursor.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { findCase } from '../queries.ts';
import { selectCaseVersions } from './queries.ts';

type List = RouteRequest<Routes['cases']['versions']>;

export const listCaseVersions = async ({ database, actor, params, query }: List) => {
  const { organization_uuid } = actor;
  const limit = query.limit ?? DEFAULT_LIMIT;
  const before = query.cursor === undefined ? null : decodeVersionCursor(query.cursor);
  const [found, rows] = await database.transaction((tx) =>
    Promise.all([
      findCase(tx, organization_uuid, params.case_uuid),
      selectCaseVersions(tx, organization_uuid, params.case_uuid, before, limit + 1),
    ]),
  );
  if (!found) throw notFound('case');
  return { data: versionPageOf(rows, limit) };
};
