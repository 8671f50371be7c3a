import type { Routes } from '@pharos/contract/table/routes.ts';
import { versioned } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { changeTemplate, lockTemplate } from './change.ts';
import { withPatch } from './changes.ts';

type Patch = RouteRequest<Routes['generationTemplates']['patch']>;

/** PATCH (RFC 7396): null clears a field, `display_config` is merged key by key. */
export const patchTemplate = async ({ database, actor, params, body, if_match }: Patch) => {
  const template = await database.transaction(async (tx) => {
    const current = await lockTemplate(tx, actor, params.generation_template_uuid);
    return changeTemplate(tx, actor, current, withPatch(current, body), { if_match });
  });
  return versioned(template);
};
