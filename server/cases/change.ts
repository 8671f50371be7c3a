import type { CasePatch } from '@pharos/contract/cases.ts';
import type { VersionNote } from '@pharos/contract/versions.ts';
import { record, subject } from '../platform/audit/record.ts';
import type { UserActor } from '../platform/auth/actor.ts';
import { limitOf, mayWorkAt } from '../platform/auth/location.ts';
import type { OpenTransaction, Transaction } from '../platform/database/database.ts';
import { forbidden, noSuch, notFound } from '../platform/errors/errors.ts';
import { requireMatch } from '../platform/http/etag.ts';
import { changesOf } from './fields.ts';
import {
  type CaseRow,
  findCaseForUpdate,
  insertCaseRow,
  insertCaseVersion,
  type LockedCase,
  locationExists,
  updateCaseRow,
} from './queries.ts';

/** Locks a case until the transaction ends; throws 404 where there is none. */
export const lockCase = async (
  tx: Transaction,
  { organization_uuid }: UserActor,
  uuid: string,
): Promise<LockedCase> => {
  const found = await findCaseForUpdate(tx, organization_uuid, uuid);
  if (!found) throw notFound('case');
  return found;
};

/**
 * Changes a locked case by a merge patch and keeps its new state as a version. A change to what it already is writes
 * only its event, and passes any If-Match; a real one needs If-Match, where sent, to name the current version.
 */
export const changeCase = async (
  tx: OpenTransaction,
  actor: UserActor,
  { now, ...current }: LockedCase,
  patch: CasePatch,
  { if_match, note = null }: { if_match?: string; note?: VersionNote | null } = {},
): Promise<CaseRow> => {
  const changes = changesOf(current, patch);
  if (Object.keys(changes).length > 0) {
    requireMatch(if_match, current.version);
    return writeCase(tx, actor, { now, ...current }, changes, note);
  }
  record(tx, actor, { ...subject('case', current), after_version: current.version });
  return current;
};

/**
 * Writes a locked case, or one that is not there yet, with its changes as its next version; 404 where its location is
 * not the organization's, 403 where it is not the actor's.
 */
export const writeCase = async (
  tx: OpenTransaction,
  actor: UserActor,
  { now, ...current }: LockedCase,
  changes: CasePatch,
  note: VersionNote | null = null,
): Promise<CaseRow> => {
  const { location_uuid } = changes;
  if (location_uuid && !(await locationExists(tx, current.organization_uuid, location_uuid))) {
    throw noSuch('location', '/location_uuid');
  }
  // A case without a location is everybody's, also that of people who may not see this one.
  if (location_uuid === null && current.location_uuid !== null && limitOf(actor) !== null)
    throw forbidden('location_not_permitted', 'You are limited to locations, so you cannot take a case out of its own');
  if (location_uuid && !mayWorkAt(actor, location_uuid))
    throw forbidden('location_not_permitted', 'That location is not one of yours');
  const next = { ...current, ...changes, version: current.version + 1, updated_at: now };
  if (current.version === 0) insertCaseRow(tx, next);
  else updateCaseRow(tx, next);
  insertCaseVersion(tx, next, { changed: Object.keys(changes), note, created_by: actor.user_uuid });
  record(tx, actor, { ...subject('case', current), after_version: next.version });
  return next;
};
