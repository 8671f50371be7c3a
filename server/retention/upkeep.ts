import { server } from '../platform/auth/actor.ts';
import type { UpkeepTask } from '../platform/upkeep/upkeep.ts';
import { purgeDue } from './purge.ts';
import { purgeRemovedRecordings } from './removed-recordings/purge.ts';

/** Removes for good what is due, in the name of the server. */
export const purgeWhatIsDue: UpkeepTask = {
  organization: async (database, organization_uuid, round) => {
    const actor = server(organization_uuid, 'retention.purge');
    const { cases, calls } = await purgeDue(database, actor, round);
    const recordings = await purgeRemovedRecordings(database, actor, round);
    return cases + calls + recordings > 0;
  },
};
