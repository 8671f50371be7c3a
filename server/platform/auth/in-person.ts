import { CONFIRMED_MINUTES } from '@pharos/contract/sessions.ts';
import type { Transaction } from '../database/database.ts';
import { forbidden } from '../errors/errors.ts';
import type { UserActor } from './actor.ts';
import { findConfirmedSession } from './queries.ts';

/**
 * Throws 403 where a session has not sent its password for a while: somebody who finds an open browser
 * cannot make changes that last longer than the session. Tokens and JWTs have no password to send.
 */
export const requireConfirmed = async (tx: Transaction, actor: UserActor): Promise<void> => {
  const { organization_uuid, session_uuid } = actor;
  if (!session_uuid || (await findConfirmedSession(tx, organization_uuid, session_uuid))) return;
  throw forbidden(
    'password_confirmation_required',
    `Send your password to PUT /v1/me/password/confirmation, then repeat this request within ${CONFIRMED_MINUTES} minutes`,
  );
};

/**
 * Throws 403 where it is not the user with all of their rights who gives somebody access: a token that has fewer rights,
 * or an end, could give itself more by way of another user, or of its own user's next password.
 */
export const requireInPerson = async (tx: Transaction, actor: UserActor): Promise<void> => {
  if (actor.token && !actor.token.is_unrestricted) {
    throw forbidden(
      'exceeds_token_rights',
      'Access is given by a session, or by a token with both scopes, its user’s own level and no end',
    );
  }
  await requireConfirmed(tx, actor);
};

/** Throws 403 where a JWT would invite its own user: a password would outlast what the JWT's issuer ends. */
export const requireOthersInvitation = ({ jwt, user_uuid }: UserActor, uuid: string): void => {
  if (jwt && uuid === user_uuid)
    throw forbidden('exceeds_token_rights', 'A JWT cannot invite its own user; ask another admin');
};

/** Throws 403 where somebody whom only the claim of a JWT lifts would make that last for themselves. */
export const requireOwnRights = ({ jwt, user_uuid }: UserActor, uuid: string): void => {
  if (jwt?.is_lifted && uuid === user_uuid)
    throw forbidden(
      'exceeds_token_rights',
      'Your level is a claim of your token and cannot be stored; ask another admin',
    );
};
