import type { Person } from '../platform/auth/actor.ts';
import { deleteInvitations } from '../platform/auth/queries.ts';
import type { Transaction } from '../platform/database/database.ts';
import { deleteKnownBrowsers, endSessions, revokeTokens } from './queries.ts';

/**
 * Ends every way in that a user has besides their new password: sessions, tokens, open invitations and the browsers that
 * are known for them. What the user came with themselves stays. Links to recordings end by themselves within minutes.
 */
export const endOtherAccess = async (
  tx: Transaction,
  { organization_uuid, user_uuid, session_uuid, token }: Person,
  { keep_tokens = false }: { keep_tokens?: boolean },
): Promise<void> => {
  await endSessions(tx, organization_uuid, user_uuid, session_uuid);
  if (!keep_tokens) await revokeTokens(tx, organization_uuid, user_uuid, token?.uuid);
  await deleteInvitations(tx, organization_uuid, user_uuid);
  await deleteKnownBrowsers(tx, organization_uuid, user_uuid);
};
