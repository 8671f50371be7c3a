import type { UpkeepTask } from '../platform/upkeep/upkeep.ts';
import { compact } from './compact.ts';
import { indexMissing } from './index-missing.ts';

/** Indexes the calls of an older database, and gathers new documents into segments. */
export const keepIndex: UpkeepTask = {
  organization: async (database, organization_uuid, { signal }) => {
    await indexMissing(database, organization_uuid, signal);
    await compact(database, organization_uuid, { signal });
    return false;
  },
};
