import type { Routes } from '@pharos/contract/table/routes.ts';
import { record, subject } from '../platform/audit/record.ts';
import { requireMatch } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { lockTemplate } from './change.ts';
import { markTemplate } from './queries.ts';

type Remove = RouteRequest<Routes['generationTemplates']['remove']>;

/** DELETE: the template disappears from every answer but stays until it is restored. */
export const removeTemplate = ({ database, actor, params, if_match }: Remove) =>
  database.transaction(async (tx) => {
    const current = await lockTemplate(tx, actor, params.generation_template_uuid);
    requireMatch(if_match, current.version);
    markTemplate(tx, current, { deleted_at: current.now, deleted_by: actor.user_uuid });
    record(tx, actor, subject('generation_template', current));
  });
