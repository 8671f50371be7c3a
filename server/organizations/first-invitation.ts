import { record } from '../platform/audit/record.ts';
import { server } from '../platform/auth/actor.ts';
import { invite } from '../platform/auth/invitation.ts';
import type { Database } from '../platform/database/database.ts';
import { findUserForUpdate } from '../users/queries.ts';
import { findFirstUserWithoutPassword } from './queries.ts';

/** A new link for the first user of the installation, until they have chosen a password; then null. */
export const inviteFirstUser = (database: Database, address: string): Promise<string | null> =>
  database.scopedTo({ installation: true }).transaction(async (tx) => {
    const first = await findFirstUserWithoutPassword(tx);
    if (!first) return null;
    await tx.bind({ organization_uuid: first.organization_uuid });
    await findUserForUpdate(tx, first.organization_uuid, first.user_uuid);
    const actor = server(first.organization_uuid, 'first-invitation');
    await record(tx, actor, { subject_type: 'user', subject_uuid: first.user_uuid });
    return (await invite(tx, { ...first, created_by: null }, address)).link;
  });
