import { KNOWN_DAYS } from '../platform/auth/session.ts';
import type { UpkeepTask } from '../platform/upkeep/upkeep.ts';
import { deleteLongExpired, deleteUnseenBrowsers } from './queries.ts';

/** Removes sessions and invitations that ended a month ago: they tell nothing more that the audit does not. */
export const removeExpiredSessions: UpkeepTask = {
  organization: async (database, organization_uuid) => {
    await deleteLongExpired(database, organization_uuid);
    await deleteUnseenBrowsers(database, organization_uuid, KNOWN_DAYS);
    return false;
  },
};
