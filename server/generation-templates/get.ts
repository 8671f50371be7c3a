import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Transaction } from '../platform/database/database.ts';
import { notFound } from '../platform/errors/errors.ts';
import { versioned } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { findTemplate, type TemplateRow } from './queries.ts';

export const getTemplate = async ({ database, actor, params }: RouteRequest<Routes['generationTemplates']['get']>) =>
  versioned(await readTemplate(database, actor.organization_uuid, params.generation_template_uuid));

/** A template of one's own or a shared one, or 404. */
export const readTemplate = async (tx: Transaction, organization_uuid: string, uuid: string): Promise<TemplateRow> => {
  const template = await findTemplate(tx, organization_uuid, uuid);
  if (!template || template.deleted_at) throw notFound('generation_template');
  return template;
};
