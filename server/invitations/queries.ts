import type { Invitation } from '@pharos/contract/invitations.ts';
import sql from 'sql-template-tag';
import type { Transaction } from '../platform/database/database.ts';

type InvitationRow = Invitation & { uuid: string; user_uuid: string };

/** An invitation that can still be accepted. */
export const findInvitation = (tx: Transaction, organization_uuid: string, digest: string) =>
  tx.row<InvitationRow>(sql`
    select invitations.uuid, invitations.user_uuid, users.email, users.name, organizations.name as organization_name,
      invitations.expires_at
    from invitations
    join users on users.organization_uuid = invitations.organization_uuid and users.uuid = invitations.user_uuid
    join organizations on organizations.uuid = invitations.organization_uuid
    where invitations.organization_uuid = ${organization_uuid} and invitations.digest = ${digest}
      and invitations.used_at is null and invitations.expires_at > clock_timestamp() and users.deactivated_at is null`);

export const useInvitation = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.rows(sql`
    update invitations set used_at = statement_timestamp()
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);
