import type { Routes } from '@pharos/contract/table/routes.ts';
import { findOrganization } from '../organizations/queries.ts';
import type { Person } from '../platform/auth/actor.ts';
import type { Transaction } from '../platform/database/database.ts';
import { notFound } from '../platform/errors/errors.ts';
import { versioned } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { findUser } from '../users/queries.ts';

export const getMe = async ({ database, actor }: RouteRequest<Routes['me']['get']>) => ({
  data: await database.transaction((tx) => readMe(tx, actor), { shared: true }),
});

/** Reads a person's user, their organization, and the access level of the credentials they sent. */
export const readMe = async (tx: Transaction, { organization_uuid, user_uuid, access_level }: Person) => {
  const [user, organization] = await Promise.all([
    findUser(tx, organization_uuid, user_uuid),
    findOrganization(tx, organization_uuid),
  ]);
  if (!user || !organization) throw notFound('user');
  return { user: versioned(user).data, organization: versioned(organization).data, access_level };
};
