import type { UpkeepTask } from '../platform/upkeep/upkeep.ts';
import { deleteOldDeliveries } from './queries.ts';

/** Removes what was accepted a month ago from the logs. */
export const removeOldDeliveries: UpkeepTask = {
  organization: async (database, organization_uuid) => {
    await deleteOldDeliveries(database, organization_uuid);
    return false;
  },
};
