import { record } from '../platform/audit/record.ts';
import type { Actor } from '../platform/auth/actor.ts';
import type { ScopedDatabase } from '../platform/database/database.ts';
import { noSuch, notFound } from '../platform/errors/errors.ts';
import { requireMatch } from '../platform/http/etag.ts';
import { answerTemplate } from './answer.ts';
import { isSame } from './fields.ts';
import { lockForChange, subjectOf } from './lock.ts';
import { type TemplateFields, type TemplateRow, writeTemplate } from './queries.ts';

type Given = {
  /** The organization that the body names: the template's own, or none. */
  organization_uuid: string | null | undefined;
  if_match: string | undefined;
};

/** Writes what `change` makes of a template as its next version. A template stays with its organization. */
export const changeTemplate = async (
  database: ScopedDatabase,
  actor: Actor,
  uuid: string,
  change: (current: TemplateRow) => TemplateFields,
  { organization_uuid, if_match }: Given,
) =>
  answerTemplate(
    await database.transaction(async (tx) => {
      const current = await lockForChange(tx, actor, uuid);
      if (current.deleted_at) throw notFound('generation_template');
      const asked = organization_uuid?.toLowerCase();
      if (asked !== undefined && asked !== current.organization_uuid)
        throw noSuch('organization', '/organization_uuid');
      const fields = change(current);
      if (isSame(fields, current)) {
        await record(tx, actor, { ...subjectOf(current), after_version: current.version });
        return current;
      }
      requireMatch(if_match, current.version);
      const [written] = await Promise.all([
        writeTemplate(tx, { ...current, ...fields }, actor.user_uuid),
        record(tx, actor, { ...subjectOf(current), after_version: current.version + 1 }),
      ]);
      return written as TemplateRow;
    }),
  );
