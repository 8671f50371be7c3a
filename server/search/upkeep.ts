import type { UpkeepTask } from '../platform/upkeep/upkeep.ts';
import { compact } from './compact.ts';
import { indexMissing } from './index-missing.ts';
import { findSearchSettings } from './queries.ts';

/** Indexes the calls of an older database, and gathers new documents into segments. */
export const keepIndex: UpkeepTask = {
  organization: async (database, organization_uuid, { signal }) => {
    // Each write has indexed its own words since: what is complete stays so.
    const { is_indexed } = await database.transaction((tx) => findSearchSettings(tx, organization_uuid));
    if (!is_indexed) await indexMissing(database, organization_uuid, signal);
    await compact(database, organization_uuid, { signal });
    return false;
  },
};
