import type { UpkeepTask } from '../upkeep/upkeep.ts';
import { deleteOldKeys } from './queries.ts';

/** Forgets the answers of requests that nobody sends again. */
export const forgetOldKeys: UpkeepTask = {
  organization: async (database, organization_uuid) => {
    await deleteOldKeys(database, organization_uuid);
    return false;
  },
};
