import type { Routes } from '@pharos/contract/routes.ts';
import type { Person } from '../auth/actor.ts';
import type { Transaction } from '../database/database.ts';
import { notFound } from '../http/errors.ts';
import type { Incoming } from '../http/mount.ts';
import { answerOrganization } from '../organizations/answer.ts';
import { findOrganization } from '../organizations/queries.ts';
import { answerUser } from '../users/answer.ts';
import { findUser } from '../users/queries.ts';

export const getMe = async ({ database, actor }: Incoming<Routes['me']['get']>) => ({
  data: await readMe(database, actor),
});

/** Who somebody is: themselves, their organization, and the level of what they came with. */
export const readMe = async (tx: Transaction, { organization_uuid, user_uuid, access_level }: Person) => {
  const [user, organization] = await Promise.all([
    findUser(tx, organization_uuid, user_uuid),
    findOrganization(tx, organization_uuid),
  ]);
  if (!user || !organization) throw notFound('user');
  return { user: answerUser(user).data, organization: answerOrganization(organization).data, access_level };
};
