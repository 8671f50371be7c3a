import type { Routes } from '@pharos/contract/table/routes.ts';
import { record, subject } from '../platform/audit/record.ts';
import { requireInPerson, requireOthersInvitation } from '../platform/auth/in-person.ts';
import { invite } from '../platform/auth/invitation.ts';
import { conflict } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { lockSubordinate } from './rights.ts';

/** A new link for a user; the one before no longer works. */
export const inviteUser = (
  { database, actor, params }: RouteRequest<Routes['users']['invite']>,
  { address }: { address: () => string },
) =>
  database.transaction(async (tx) => {
    await requireInPerson(tx, actor);
    requireOthersInvitation(actor, params.user_uuid);
    const user = await lockSubordinate(tx, actor, params.user_uuid);
    if (user.deactivated_at !== null)
      throw conflict('user_deactivated', 'This user is deactivated; restore them first');
    const { organization_uuid, user_uuid: created_by } = actor;
    const data = await invite(tx, { organization_uuid, user_uuid: user.uuid, created_by }, address());
    record(tx, actor, { ...subject('user', user), after_version: user.version });
    return { data };
  });
