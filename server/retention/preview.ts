import type { Routes } from '@pharos/contract/table/routes.ts';
import { encodeCursor, pageBy } from '../platform/http/cursor.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { countsOf } from './purged-tables.ts';
import { countParts, findWait, selectDue } from './queries.ts';
import { ruleOf } from './rule.ts';

/** Lists what a purge would remove, now or at a given time, by the statement that a purge runs too. */
export const previewPurge = async ({ database, actor, query }: RouteRequest<Routes['retention']['preview']>) => {
  const { items: page, next_cursor } = await pageBy(
    query,
    (slice) => selectDue(database, actor.organization_uuid, query.at ?? null, slice),
    ({ due_since, subject_uuid }) => encodeCursor({ created_at: due_since, uuid: subject_uuid }),
  );
  const counts = Map.groupBy(
    await countParts(database, actor.organization_uuid, page),
    ({ subject_uuid }) => subject_uuid,
  );
  const items = page.map(({ subject_type, subject_uuid, case_uuid, due_since, first_name, last_name, ...reason }) => ({
    subject_type,
    subject_uuid,
    case_uuid,
    rule: ruleOf(reason),
    due_since,
    counts: countsOf(counts.get(subject_uuid) ?? []),
    first_name,
    last_name,
  }));
  const wait = await findWait(database, actor.organization_uuid);
  return { data: { items, next_cursor, waits_until: wait?.waits_until ?? null } };
};
