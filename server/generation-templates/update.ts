import type { Routes } from '@pharos/contract/table/routes.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { changeTemplate } from './change.ts';
import { withGiven } from './fields.ts';

type Update = RouteRequest<Routes['generationTemplates']['update']>;

/** PUT: a field that is absent or null stays as it is. */
export const updateTemplate = ({ database, actor, params, body, if_match }: Update) =>
  changeTemplate(database, actor, params.generation_template_uuid, (current) => withGiven(current, body), {
    organization_uuid: body.organization_uuid,
    if_match,
  });
