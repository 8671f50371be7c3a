import type { Routes } from '@pharos/contract/table/routes.ts';
import { findTemplate } from '../generation-templates/queries.ts';
import type { Models } from '../models/ask-model.ts';
import { conflict, noSuch, notFound } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { analyseCall } from './analyse.ts';
import type { AnalysisPool } from './analysis-pool.ts';
import { readHome } from './facts.ts';
import { readGenerations } from './list.ts';
import { findAnalysedCall } from './queries.ts';

type RunNow = RouteRequest<Routes['generations']['run']>;

/** Runs templates on a call while the client waits: one of any stage, or those in production that are due. */
export const runGenerations = async (
  { database, actor, params, body, signal }: RunNow,
  { analyses, models }: { analyses: AnalysisPool; models: Models },
) => {
  const { organization_uuid } = actor;
  const call = await findAnalysedCall(database, organization_uuid, params.call_uuid);
  if (!call) throw notFound('call');
  const { generation_template_uuid = null } = body;
  const template =
    generation_template_uuid && (await findTemplate(database, organization_uuid, generation_template_uuid));
  if (template === null && generation_template_uuid !== null)
    throw noSuch('generation_template', '/generation_template_uuid');
  if (call.transcript_uuid === null) throw conflict('no_transcript', 'The call has no transcript yet: send one first');
  const home = await readHome(database, organization_uuid);
  await analyseCall({ database, pool: analyses, models, actor, home, call, template: template || null, signal });
  return { data: { items: await readGenerations(database, call) } };
};
