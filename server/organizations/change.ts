import { OrganizationPatch } from '@pharos/contract/organizations.ts';
import { record, subject } from '../platform/audit/record.ts';
import type { UserActor } from '../platform/auth/actor.ts';
import type { OpenTransaction, Transaction } from '../platform/database/database.ts';
import { notFound } from '../platform/errors/errors.ts';
import { requireMatch } from '../platform/http/etag.ts';
import { changedFields } from '../platform/json/changed-fields.ts';
import {
  findOrganizationForUpdate,
  type LockedOrganization,
  type OrganizationRow,
  updateOrganizationRow,
} from './queries.ts';

/** Locks the actor's own organization until the transaction ends; throws 404 for any other. */
export const lockOrganization = async (
  tx: Transaction,
  { organization_uuid }: UserActor,
  uuid: string,
): Promise<LockedOrganization> => {
  const found = uuid === organization_uuid && (await findOrganizationForUpdate(tx, uuid));
  if (!found) throw notFound('organization');
  return found;
};

/**
 * Changes a locked organization by a merge patch. A change to what it already is writes only its event, and passes any
 * If-Match; a real one needs If-Match, where sent, to name the current version.
 */
export const changeOrganization = (
  tx: OpenTransaction,
  actor: UserActor,
  { now, ...current }: LockedOrganization,
  patch: OrganizationPatch,
  { if_match }: { if_match?: string } = {},
): OrganizationRow => {
  const changes = changedFields(current, patch, OrganizationPatch.properties);
  if (Object.keys(changes).length === 0) {
    record(tx, actor, { ...subject('organization', current), after_version: current.version });
    return current;
  }
  requireMatch(if_match, current.version);
  const next = { ...current, ...changes, version: current.version + 1, updated_at: now };
  updateOrganizationRow(tx, next);
  record(tx, actor, { ...subject('organization', current), after_version: next.version });
  return next;
};
