import type { Routes } from '@pharos/contract/table/routes.ts';
import { deleteCase, findCase } from '../cases/queries.ts';
import { subjectOf } from '../cases/write.ts';
import { record } from '../platform/audit/record.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { home } from './home.ts';

/** Deletes the demo's cases with all their calls; what is gone already stays gone. */
export const removeDemo = ({ database, actor }: RouteRequest<Routes['demo']['remove']>): Promise<void> =>
  database.transaction(async (tx) => {
    for (const { uuid } of home.cases) {
      const found = await findCase(tx, actor.organization_uuid, uuid, true);
      if (!found) continue;
      await deleteCase(tx, found, actor.user_uuid);
      await record(tx, actor, subjectOf(found));
    }
  });
