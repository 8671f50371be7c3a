import { type Actor, reaches } from '../platform/auth/actor.ts';
import type { Transaction } from '../platform/database/database.ts';
import { forbidden, notFound } from '../platform/errors/errors.ts';
import { findTemplate, lockTemplate, type TemplateRow } from './queries.ts';

/** A template, deleted or not, locked for a change; 404 where there is none, 403 for one that only operators change. */
export const lockForChange = async (tx: Transaction, actor: Actor, uuid: string): Promise<TemplateRow> => {
  const found = await findTemplate(tx, actor.organization_uuid, uuid);
  if (found?.organization_uuid === null && !reaches(actor.access_level, 'operator')) {
    throw forbidden(
      'operators_template',
      'This is shared by all organizations, and only an operator changes it; make a template of your own',
    );
  }
  const locked = found && (await lockTemplate(tx, actor.organization_uuid, uuid));
  if (!locked) throw notFound('generation_template');
  return locked;
};

/** A template as the audit names it. */
export const subjectOf = ({ uuid, version }: TemplateRow) => ({
  subject_type: 'generation_template',
  subject_uuid: uuid,
  before_version: version,
});
