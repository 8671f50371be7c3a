import type { UpkeepTask } from '../../platform/upkeep/upkeep.ts';
import { deleteOldRefusals } from './queries.ts';

/** Removes what was refused, or of no use, a month ago. What became a call goes with that. */
export const removeOldRefusals: UpkeepTask = {
  organization: async (database, organization_uuid) => {
    await deleteOldRefusals(database, organization_uuid);
    return false;
  },
};
