import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import type { PathThing } from '../platform/serving/path-things.ts';
import { createTemplate } from './create.ts';
import { getTemplate } from './get.ts';
import { listTemplates } from './list.ts';
import { patchTemplate } from './patch.ts';
import { findTemplate } from './queries.ts';
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

export const templateInPath: PathThing = {
  exists: async (tx, organization_uuid, uuid) => {
    const template = await findTemplate(tx, organization_uuid, uuid);
    return template !== null && template.deleted_at === null;
  },
};
