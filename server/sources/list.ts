import type { Routes } from '@pharos/contract/table/routes.ts';
import { pageOf } from '../platform/http/cursor.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerSource, answerSources } from './answer.ts';
import type { Needs } from './arrivals/receive.ts';
import { getRow } from './change.ts';
import { selectSources } from './queries.ts';

export const listSources = async (
  { database, actor, query }: RouteRequest<Routes['sources']['list']>,
  { receiving: { base } }: Needs,
) => {
  const { items, next_cursor } = await pageOf(query, (slice) =>
    selectSources(database, actor.organization_uuid, slice),
  );
  return { data: { items: await answerSources(database, items, base), next_cursor } };
};

export const getSource = async (
  { database, actor, params }: RouteRequest<Routes['sources']['get']>,
  { receiving: { base } }: Needs,
) => ({
  data: await answerSource(database, await getRow(database, actor.organization_uuid, params.source_uuid), base),
});
