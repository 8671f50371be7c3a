import type { AccessLevel } from '@pharos/contract/table/route.ts';
import type { UserPatch } from '@pharos/contract/users.ts';
import { holdLocations } from '../locations/queries.ts';
import { record } from '../platform/audit/record.ts';
import type { Actor } from '../platform/auth/actor.ts';
import type { Transaction } from '../platform/database/database.ts';
import { violates } from '../platform/database/failure.ts';
import { conflict, noSuch } from '../platform/errors/errors.ts';
import { subjectOf } from './answer.ts';
import { insertUser, type NewUser, type UserRow, writeUser } from './queries.ts';

/** Adds a user; 409 where the organization knows the e-mail address already. */
export const addUser = async (tx: Transaction, actor: Actor, user: NewUser): Promise<UserRow> => {
  await requireLocations(tx, user.organization_uuid, user.location_uuids ?? []);
  const added = (await insertUser(tx, user).catch(rethrow)) as UserRow;
  await record(tx, actor, { ...subjectOf(added), before_version: null, after_version: added.version });
  return added;
};

type Changes = UserPatch & { access_level?: AccessLevel };

/** Writes a locked user's changes; the same refusals as for a new one. */
export const changeUser = async (tx: Transaction, actor: Actor, user: UserRow, changes: Changes): Promise<UserRow> => {
  await requireLocations(tx, user.organization_uuid, changes.location_uuids ?? []);
  const written = (await writeUser(tx, user, changes).catch(rethrow)) as UserRow;
  await record(tx, actor, { ...subjectOf(user), after_version: written.version });
  return written;
};

const rethrow = (error: unknown): never => {
  if (violates(error, 'users_email_key'))
    throw conflict('email_taken', 'A user of this organization has that e-mail address already');
  throw error;
};

// Held until the end of the transaction, so that none is deleted meanwhile.
const requireLocations = async (tx: Transaction, organization_uuid: string, uuids: string[]) => {
  if (uuids.length === 0) return;
  const held = new Set((await holdLocations(tx, organization_uuid, uuids)).map(({ uuid }) => uuid));
  const missing = uuids.findIndex((uuid) => !held.has(uuid));
  if (missing !== -1) throw noSuch('location', `/location_uuids/${missing}`);
};

/** Uuids as they are stored: in lower case, each once. */
export const stored = (uuids: string[]): string[] => [...new Set(uuids.map((uuid) => uuid.toLowerCase()))];
