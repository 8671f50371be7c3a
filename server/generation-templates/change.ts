import { record, subject } from '../platform/audit/record.ts';
import { reaches, type UserActor } from '../platform/auth/actor.ts';
import type { OpenTransaction, Transaction } from '../platform/database/database.ts';
import { forbidden, notFound } from '../platform/errors/errors.ts';
import { requireMatch } from '../platform/http/etag.ts';
import { changedFields } from './changes.ts';
import {
  findTemplate,
  findTemplateForUpdate,
  type LockedTemplate,
  type TemplateFields,
  type TemplateRow,
  updateTemplateRow,
} from './queries.ts';

/** Locks a template until the transaction ends; 404 for none or a deleted one, 403 for one that only operators change. */
export const lockTemplate = async (tx: Transaction, actor: UserActor, uuid: string): Promise<LockedTemplate> => {
  const locked = await lockAnyTemplate(tx, actor, uuid);
  if (locked.deleted_at) throw notFound('generation_template');
  return locked;
};

/** A template, deleted or not, locked; 403 for one that only operators change. */
export const lockAnyTemplate = async (tx: Transaction, actor: UserActor, uuid: string): Promise<LockedTemplate> => {
  const found = await findTemplate(tx, actor.organization_uuid, uuid);
  if (found?.organization_uuid === null && !reaches(actor.access_level, 'operator')) {
    throw forbidden(
      'template_operator_only',
      'This is shared by all organizations, and only an operator changes it; make a template of your own',
    );
  }
  const locked = found && (await findTemplateForUpdate(tx, found.organization_uuid, uuid));
  if (!locked) throw notFound('generation_template');
  return locked;
};

/**
 * Changes a locked template, as its next version. A change to what it already is writes only its event, and passes any
 * If-Match; a real one needs If-Match, where sent, to name the current version.
 */
export const changeTemplate = (
  tx: OpenTransaction,
  actor: UserActor,
  { now, ...current }: LockedTemplate,
  fields: TemplateFields,
  { if_match }: { if_match: string | undefined },
): TemplateRow => {
  if (changedFields(current, fields).length === 0) {
    record(tx, actor, { ...subject('generation_template', current), after_version: current.version });
    return current;
  }
  requireMatch(if_match, current.version);
  const version = current.version + 1;
  const next = { ...current, ...fields, version, updated_at: now, updated_by: actor.user_uuid };
  updateTemplateRow(tx, next);
  record(tx, actor, { ...subject('generation_template', current), after_version: version });
  return next;
};
