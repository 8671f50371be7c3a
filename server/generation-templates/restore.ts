import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../platform/audit/record.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerTemplate } from './answer.ts';
import { lockForChange, subjectOf } from './lock.ts';
import { markDeleted, type TemplateRow } from './queries.ts';

/** Brings a deleted template back as it was; one that is there already is answered unchanged. */
export const restoreTemplate = async ({
  database,
  actor,
  params,
}: RouteRequest<Routes['generationTemplates']['restore']>) =>
  answerTemplate(
    await database.transaction(async (tx) => {
      const current = await lockForChange(tx, actor, params.generation_template_uuid);
      const restored = (await markDeleted(tx, current, null)) as TemplateRow;
      await record(tx, actor, { ...subjectOf(current), after_version: restored.version });
      return restored;
    }),
  );
