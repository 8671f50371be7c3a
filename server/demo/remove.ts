import type { Routes } from '@pharos/contract/table/routes.ts';
import { findCaseForUpdate, markCaseDeleted } from '../cases/queries.ts';
import { record, subject } from '../platform/audit/record.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { home } from './home.ts';

/** Deletes the demo's cases with all their calls; what is gone already stays gone. */
export const removeDemo = ({ database, actor }: RouteRequest<Routes['demo']['remove']>): Promise<void> =>
  database.transaction(async (tx) => {
    for (const { uuid } of home.cases) {
      const found = await findCaseForUpdate(tx, actor.organization_uuid, uuid);
      if (!found) continue;
      markCaseDeleted(tx, found, actor.user_uuid);
      record(tx, actor, subject('case', found));
    }
  });
