import { LocationPatch } from '@pharos/contract/locations.ts';
import { record, subject } from '../platform/audit/record.ts';
import type { UserActor } from '../platform/auth/actor.ts';
import type { OpenTransaction, Transaction } from '../platform/database/database.ts';
import { notFound } from '../platform/errors/errors.ts';
import { requireMatch } from '../platform/http/etag.ts';
import { changedFields } from '../platform/json/changed-fields.ts';
import { findLocationForUpdate, type LocationRow, type LockedLocation, updateLocationRow } from './queries.ts';

/** Locks a location until the transaction ends; throws 404 where there is none. */
export const lockLocation = async (
  tx: Transaction,
  { organization_uuid }: UserActor,
  uuid: string,
): Promise<LockedLocation> => {
  const found = await findLocationForUpdate(tx, organization_uuid, uuid);
  if (!found) throw notFound('location');
  return found;
};

/**
 * Changes a locked location by a merge patch. A change to what it already is writes only its event, and passes any
 * If-Match; a real one needs If-Match, where sent, to name the current version.
 */
export const changeLocation = (
  tx: OpenTransaction,
  actor: UserActor,
  { now, ...current }: LockedLocation,
  patch: LocationPatch,
  { if_match }: { if_match?: string } = {},
): LocationRow => {
  const changes = changedFields(current, patch, LocationPatch.properties);
  if (Object.keys(changes).length === 0) {
    record(tx, actor, { ...subject('location', current), after_version: current.version });
    return current;
  }
  requireMatch(if_match, current.version);
  const next = { ...current, ...changes, version: current.version + 1, updated_at: now };
  updateLocationRow(tx, next);
  record(tx, actor, { ...subject('location', current), after_version: next.version });
  return next;
};
