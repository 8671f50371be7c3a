import type { Routes } from '@pharos/contract/routes.ts';
import { record } from '../audit/record.ts';
import { noSuch, notFound } from '../http/errors.ts';
import { requireMatch } from '../http/etag.ts';
import type { Incoming } from '../http/mount.ts';
import { answerTemplate } from './answer.ts';
import { isSame, withGiven } from './fields.ts';
import { lockForChange, subjectOf } from './lock.ts';
import { type TemplateRow, writeTemplate } from './queries.ts';

/** PUT: a field that is absent or null stays as it is. A template stays with its organization. */
export const updateTemplate = async ({
  database,
  actor,
  params,
  body,
  if_match,
}: Incoming<Routes['generationTemplates']['update']>) =>
  answerTemplate(
    await database.transaction(async (tx) => {
      const current = await lockForChange(tx, actor, params.generation_template_uuid);
      if (current.deleted_at) throw notFound('Generation template');
      const asked = body.organization_uuid?.toLowerCase();
      if (asked !== undefined && asked !== current.organization_uuid)
        throw noSuch('Organization', '/organization_uuid');
      const fields = withGiven(current, body);
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
