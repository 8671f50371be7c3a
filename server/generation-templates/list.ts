import type { Routes } from '@pharos/contract/table/routes.ts';
import { DEFAULT_LIMIT, decodeCursor, pageOf } from '../platform/http/cursor.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { selectTemplates } from './queries.ts';

export const listTemplates = async ({
  database,
  actor,
  query,
}: RouteRequest<Routes['generationTemplates']['list']>) => {
  const limit = query.limit ?? DEFAULT_LIMIT;
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor);
  const { deleted = false } = query;
  const found = await selectTemplates(database, actor.organization_uuid, deleted, after, limit + 1);
  return { data: pageOf(found, limit) };
};
