import type { Routes } from '@pharos/contract/table/routes.ts';
import { digestOf, organizationOf } from '../platform/auth/secret.ts';
import type { ScopedDatabase } from '../platform/database/database.ts';
import { invitationNotFound } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { findInvitation } from './queries.ts';

export const readInvitation = async ({ database, body }: RouteRequest<Routes['invitations']['read']>) => {
  const { found } = await getInvitation(database, body.token);
  const { email, name, organization_name, expires_at } = found;
  return { data: { email, name, organization_name, expires_at } };
};

/** Gets the invitation of a secret; one 404 for an unknown, used or expired one. */
export const getInvitation = async (database: ScopedDatabase, secret: string) => {
  const organization_uuid = organizationOf('invitation', secret);
  const found =
    organization_uuid &&
    (await database.transaction(async (tx) => {
      await tx.bind({ organization_uuid });
      return findInvitation(tx, organization_uuid, digestOf(secret));
    }));
  if (!found) throw invitationNotFound();
  return { organization_uuid, found };
};
