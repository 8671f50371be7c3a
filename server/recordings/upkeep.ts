import type { Storage } from '../platform/storage/storage.ts';
import type { UpkeepTask } from '../platform/upkeep/upkeep.ts';
import { destroyRemains, sweepStorage } from './sweep.ts';

/** Destroys the bytes of recordings whose rows are gone, and what unfinished uploads have left. */
export const sweepRecordings = (storage: Storage): UpkeepTask => ({
  organization: async (database, organization_uuid, round) => {
    await destroyRemains(storage, database, organization_uuid, round);
    return false;
  },
  installation: (database, round) => sweepStorage(storage, database, round),
});
