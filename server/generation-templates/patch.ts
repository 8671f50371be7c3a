import type { Routes } from '@pharos/contract/table/routes.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { changeTemplate } from './change.ts';
import { withPatch } from './fields.ts';

type Patch = RouteRequest<Routes['generationTemplates']['patch']>;

/** PATCH (RFC 7396): null clears a field, `display_config` is merged key by key. */
export const patchTemplate = ({ database, actor, params, body, if_match }: Patch) =>
  changeTemplate(database, actor, params.generation_template_uuid, (current) => withPatch(current, body), {
    organization_uuid: body.organization_uuid,
    if_match,
  });
