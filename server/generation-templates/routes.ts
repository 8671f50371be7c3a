import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers, RequireExists } from '../platform/serving/handler.ts';
import { createTemplate } from './create.ts';
import { getTemplate, readTemplate } from './get.ts';
import { listTemplates } from './list.ts';
import { patchTemplate } from './patch.ts';
import { removeTemplate } from './remove.ts';
import { restoreTemplate } from './restore.ts';
import { updateTemplate } from './update.ts';

export const templateRoutes: Handlers<Routes['generationTemplates']> = {
  list: listTemplates,
  create: createTemplate,
  get: getTemplate,
  update: updateTemplate,
  patch: patchTemplate,
  remove: removeTemplate,
  restore: restoreTemplate,
};

export const requireTemplate: RequireExists = async (database, { organization_uuid }, { generation_template_uuid }) => {
  if (generation_template_uuid) await readTemplate(database, organization_uuid, generation_template_uuid);
};
