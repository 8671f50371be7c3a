import type { Routes } from '@pharos/contract/table/routes.ts';
import { versioned } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { changeTemplate, lockTemplate } from './change.ts';
import { withGiven } from './changes.ts';

type Update = RouteRequest<Routes['generationTemplates']['update']>;

/** PUT: a field that is absent or null stays as it is. */
export const updateTemplate = async ({ database, actor, params, body, if_match }: Update) => {
  const template = await database.transaction(async (tx) => {
    const current = await lockTemplate(tx, actor, params.generation_template_uuid);
    return changeTemplate(tx, actor, current, withGiven(current, body), { if_match });
  });
  return versioned(template);
};
