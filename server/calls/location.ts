import type { Actor } from '../platform/auth/actor.ts';
import { limitOf, mayWorkAt } from '../platform/auth/location.ts';
import type { Transaction } from '../platform/database/database.ts';
import { forbidden } from '../platform/errors/errors.ts';
import { findLocationOf } from './queries.ts';

/** Throws 403 where a case, or the case of a call, is of a location that is not the actor's. */
export const requireLocation = async (
  tx: Transaction,
  actor: Actor,
  { case_uuid, call_uuid }: { case_uuid?: string; call_uuid?: string },
): Promise<void> => {
  if (limitOf(actor) === null || (!case_uuid && !call_uuid)) return;
  const found = await findLocationOf(tx, actor.organization_uuid, { case_uuid, call_uuid });
  if (found && !mayWorkAt(actor, found.location_uuid)) {
    throw forbidden(
      'location_not_permitted',
      'This belongs to another location than yours; ask an admin of your organization',
    );
  }
};
