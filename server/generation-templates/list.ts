import type { Routes } from '@pharos/contract/table/routes.ts';
import { pageOf } from '../platform/http/cursor.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { selectTemplates } from './queries.ts';

export const listTemplates = async ({
  database,
  actor,
  query,
}: RouteRequest<Routes['generationTemplates']['list']>) => {
  const { deleted = false } = query;
  return { data: await pageOf(query, (slice) => selectTemplates(database, actor.organization_uuid, deleted, slice)) };
};
