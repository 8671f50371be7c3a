import type { Routes } from '@pharos/contract/table/routes.ts';
import { pageOf } from '../platform/http/cursor.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerSource } from './answer.ts';
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
  const answered = [];
  for (const row of items) answered.push(await answerSource(database, row, base));
  return { data: { items: answered, next_cursor } };
};

export const getSource = async (
  { database, actor, params }: RouteRequest<Routes['sources']['get']>,
  { receiving: { base } }: Needs,
) => ({
  data: await answerSource(database, await getRow(database, actor.organization_uuid, params.source_uuid), base),
});
