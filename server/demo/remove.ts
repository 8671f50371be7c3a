import type { Actor } from '../auth/actor.ts';
import { deleteCase, findCase } from '../cases/queries.ts';
import type { Database } from '../database/database.ts';
import { home } from './home.ts';

/** Deletes the demo's cases with all their calls; what is gone already stays gone. */
export const removeDemo = (database: Database, actor: Actor): Promise<void> =>
  database.transaction(async (tx) => {
    for (const { uuid } of home.cases) {
      const found = await findCase(tx, actor.organization_uuid, uuid, true);
      if (found) await deleteCase(tx, found, actor.user_uuid);
    }
  });
