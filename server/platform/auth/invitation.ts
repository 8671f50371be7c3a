import { randomUUID } from 'node:crypto';
import type { InvitationLink } from '@pharos/contract/users.ts';
import type { Transaction } from '../database/database.ts';
import { deleteInvitations, insertInvitation } from './queries.ts';
import { digestOf, mintSecret } from './secret.ts';

type Invited = { organization_uuid: string; user_uuid: string; created_by: string | null };

/** A new invitation of a user, which ends those before; `address` is where people find the server. */
export const invite = async (tx: Transaction, invited: Invited, address: string): Promise<InvitationLink> => {
  const secret = mintSecret('invitation', invited.organization_uuid);
  const [, made] = await Promise.all([
    deleteInvitations(tx, invited.organization_uuid, invited.user_uuid),
    insertInvitation(tx, { ...invited, uuid: randomUUID(), digest: digestOf(secret) }),
  ]);
  // A browser keeps what stands behind # to itself: the secret reaches no server's log.
  return { link: `${address}/welcome#token=${secret}`, ...(made as { expires_at: string }) };
};
