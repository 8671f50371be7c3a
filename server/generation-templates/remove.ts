import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../platform/audit/record.ts';
import { notFound } from '../platform/errors/errors.ts';
import { requireMatch } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { lockForChange, subjectOf } from './lock.ts';
import { markDeleted } from './queries.ts';

/** DELETE: the template disappears from every answer but stays until it is restored. */
export const removeTemplate = ({
  database,
  actor,
  params,
  if_match,
}: RouteRequest<Routes['generationTemplates']['remove']>) =>
  database.transaction(async (tx) => {
    const current = await lockForChange(tx, actor, params.generation_template_uuid);
    if (current.deleted_at) throw notFound('generation_template');
    requireMatch(if_match, current.version);
    await markDeleted(tx, current, actor.user_uuid);
    await record(tx, actor, subjectOf(current));
  });
