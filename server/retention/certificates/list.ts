import type { Routes } from '@pharos/contract/table/routes.ts';
import { DEFAULT_LIMIT, pageOf } from '../../platform/http/cursor.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { selectCertificates } from './queries.ts';

export const listCertificates = async ({
  database,
  actor,
  query,
}: RouteRequest<Routes['retention']['listCertificates']>) => {
  const limit = query.limit ?? DEFAULT_LIMIT;
  const rows = await selectCertificates(database, actor.organization_uuid, query.cursor, limit + 1);
  return { data: pageOf(rows, limit) };
};
