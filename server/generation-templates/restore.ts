import type { Routes } from '@pharos/contract/table/routes.ts';
import { record, subject } from '../platform/audit/record.ts';
import { versioned } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { lockAnyTemplate } from './change.ts';
import { markTemplate } from './queries.ts';

type Restore = RouteRequest<Routes['generationTemplates']['restore']>;

/** Brings a deleted template back as it was; one that is there already is answered unchanged. */
export const restoreTemplate = async ({ database, actor, params }: Restore) => {
  const template = await database.transaction(async (tx) => {
    const { now: _now, ...current } = await lockAnyTemplate(tx, actor, params.generation_template_uuid);
    const present = { deleted_at: null, deleted_by: null };
    markTemplate(tx, current, present);
    const before_version = current.deleted_at === null ? current.version : null;
    record(tx, actor, { ...subject('generation_template', current), before_version, after_version: current.version });
    return { ...current, ...present };
  });
  return versioned(template);
};
