import type { AccessLevel } from '@pharos/contract/table/route.ts';
import type { UserPatch } from '@pharos/contract/users.ts';
import { holdLocations } from '../locations/queries.ts';
import { record, subject } from '../platform/audit/record.ts';
import type { UserActor } from '../platform/auth/actor.ts';
import type { OpenTransaction, Transaction } from '../platform/database/database.ts';
import { violates } from '../platform/database/failure.ts';
import { conflict, noSuch } from '../platform/errors/errors.ts';
import { requireMatch } from '../platform/http/etag.ts';
import { changedFields } from '../platform/json/changed-fields.ts';
import {
  deleteEmail,
  insertEmail,
  insertUser,
  type LockedUser,
  type NewUser,
  type UserRow,
  updateUserRow,
} from './queries.ts';

/** Adds a user; 409 where the organization knows the e-mail address already. */
export const addUser = async (tx: OpenTransaction, actor: UserActor, user: NewUser): Promise<UserRow> => {
  await requireLocations(tx, user.organization_uuid, user.location_uuids ?? []);
  const added = await insertUser(tx, user).catch(rethrow);
  if (added.email !== null) insertEmail(tx, added, added.email);
  record(tx, actor, { subject_type: 'user', subject_uuid: added.uuid, after_version: added.version });
  return added;
};

type Patch = UserPatch & { access_level?: AccessLevel; deactivated_at?: string | null };

const WRITABLE = { email: true, name: true, location_uuids: true, access_level: true, deactivated_at: true };

/**
 * Changes a locked user by a merge patch. A change to what they already are writes only its event, and passes any
 * If-Match; a real one needs If-Match, where sent, to name the current version.
 */
export const changeUser = async (
  tx: OpenTransaction,
  actor: UserActor,
  { now, ...current }: LockedUser,
  patch: Patch,
  { if_match }: { if_match?: string } = {},
): Promise<UserRow> => {
  const changes = changedFields(current, patch, WRITABLE);
  if (Object.keys(changes).length === 0) {
    record(tx, actor, { ...subject('user', current), after_version: current.version });
    return current;
  }
  requireMatch(if_match, current.version);
  await requireLocations(tx, current.organization_uuid, changes.location_uuids ?? []);
  const next = { ...current, ...changes, version: current.version + 1, updated_at: now };
  await updateUserRow(tx, next).catch(rethrow);
  if (next.email !== current.email) {
    if (current.email !== null) deleteEmail(tx, current.organization_uuid, current.email);
    if (next.email !== null) insertEmail(tx, next, next.email);
  }
  record(tx, actor, { ...subject('user', current), after_version: next.version });
  return next;
};

const rethrow = (error: unknown): never => {
  if (violates(error, 'users_email_key'))
    throw conflict('email_taken', 'A user of this organization has that e-mail address already');
  throw error;
};

// Locked until the transaction ends, so that none is deleted before that.
const requireLocations = async (tx: Transaction, organization_uuid: string, uuids: string[]) => {
  if (uuids.length === 0) return;
  const held = new Set((await holdLocations(tx, organization_uuid, uuids)).map(({ uuid }) => uuid));
  const missing = uuids.findIndex((uuid) => !held.has(uuid));
  if (missing !== -1) throw noSuch('location', `/location_uuids/${missing}`);
};

/** Uuids as they are stored: in lower case, each once. */
export const stored = (uuids: string[]): string[] => [...new Set(uuids.map((uuid) => uuid.toLowerCase()))];
