import { record } from '../platform/audit/record.ts';
import { server } from '../platform/auth/actor.ts';
import { invite } from '../platform/auth/invitation.ts';
import type { Database } from '../platform/database/database.ts';
import { findUserForUpdate } from '../users/queries.ts';
import { findFirstOperator, findFirstOrganization } from './queries.ts';

/** A new link for the first user of the installation, until they have chosen a password; then null. */
export const inviteFirstUser = (database: Database, address: string): Promise<string | null> =>
  database.scopedTo({ installation: true }).transaction(async (tx) => {
    const organization = await findFirstOrganization(tx);
    if (!organization) return null;
    const organization_uuid = organization.uuid;
    await tx.bind({ organization_uuid });
    const first = await findFirstOperator(tx, organization_uuid);
    if (!first?.is_active || first.has_password) return null;
    const { user_uuid } = first;
    await findUserForUpdate(tx, organization_uuid, user_uuid);
    record(tx, server(organization_uuid, 'first-invitation'), { subject_type: 'user', subject_uuid: user_uuid });
    return (await invite(tx, { organization_uuid, user_uuid, created_by: null }, address)).link;
  });
