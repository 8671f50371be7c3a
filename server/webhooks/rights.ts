import type { UserActor } from '../platform/auth/actor.ts';
import { limitOf } from '../platform/auth/location.ts';
import { forbidden } from '../platform/errors/errors.ts';

/**
 * Throws 403 for an admin who sees a part of the organization alone, and for a token that does less than its user or has
 * an end: a webhook tells of everything, and goes on when the token is gone.
 */
export const requireWholeRights = (actor: UserActor): void => {
  if (limitOf(actor) !== null)
    throw forbidden('location_not_permitted', 'You are limited to locations, and a webhook tells of all of them');
  if (actor.token && !actor.token.is_unrestricted)
    throw forbidden('exceeds_token_rights', 'Webhooks take a token that may do all that its user may, and has no end');
};
