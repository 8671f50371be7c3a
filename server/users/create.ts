import { randomUUID } from 'node:crypto';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { requireInPerson } from '../platform/auth/in-person.ts';
import { invite } from '../platform/auth/invitation.ts';
import { versioned } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { addUser, stored } from './change.ts';
import { requireReach } from './rights.ts';

/** Adds a user of at most the actor's level, with the link by which they choose a password. */
export const createUser = (
  { database, actor, body }: RouteRequest<Routes['users']['create']>,
  { address }: { address: () => string },
) => {
  requireReach(actor, body.access_level);
  return database.transaction(async (tx) => {
    await requireInPerson(tx, actor);
    const { organization_uuid, user_uuid: created_by } = actor;
    const user = await addUser(tx, actor, {
      ...body,
      organization_uuid,
      uuid: randomUUID(),
      location_uuids: stored(body.location_uuids ?? []),
      created_by,
    });
    const invitation = await invite(tx, { organization_uuid, user_uuid: user.uuid, created_by }, address());
    return { data: { user: versioned(user).data, invitation } };
  });
};
