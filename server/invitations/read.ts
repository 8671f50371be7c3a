import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Limits } from '../platform/auth/limits.ts';
import { networkOf } from '../platform/auth/limits.ts';
import { digestOf, organizationOf } from '../platform/auth/secret.ts';
import type { ScopedDatabase } from '../platform/database/database.ts';
import { invitationNotFound } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { findInvitation } from './queries.ts';

export const readInvitation = async (
  { database, actor, body }: RouteRequest<Routes['invitations']['read']>,
  limits: Limits,
) => {
  const { found } = await getInvitation(database, body.token, limits, actor.address);
  const { email, name, organization_name, expires_at } = found;
  return { data: { email, name, organization_name, expires_at } };
};

/** Gets the invitation of a secret; one 404 for an unknown, used or expired one, 429 after too many of those. */
export const getInvitation = async (
  database: ScopedDatabase,
  secret: string,
  limits: Limits,
  address: string | null,
) => {
  await limits.network.take(networkOf(address));
  const organization_uuid = organizationOf('invitation', secret);
  const found =
    organization_uuid &&
    (await database.transaction(async (tx) => {
      await tx.bind({ organization_uuid });
      return findInvitation(tx, organization_uuid, digestOf(secret));
    }));
  if (!found) throw invitationNotFound();
  await limits.network.giveBack(networkOf(address));
  return { organization_uuid, found };
};
