import { randomUUID } from 'node:crypto';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { readTemplate } from '../../generation-templates/get.ts';
import { record } from '../../platform/audit/record.ts';
import { conflict, notFound } from '../../platform/errors/errors.ts';
import { pageOf } from '../../platform/http/cursor.ts';
import { StoredJson } from '../../platform/json/stored-json.ts';
import type { Handlers, RouteRequest } from '../../platform/serving/handler.ts';
import { cancelRun, countFiltered, findRun, insertRun, selectRuns } from './queries.ts';

type Requests = { [V in keyof Routes['generationRuns']]: RouteRequest<Routes['generationRuns'][V]> };

const startRun = async ({ database, actor, params, body }: Requests['start']) => {
  const { organization_uuid, user_uuid: created_by } = actor;
  const { generation_template_uuid } = params;
  const filter = body.filter ?? {};
  const data = await database.transaction(async (tx) => {
    await readTemplate(tx, organization_uuid, generation_template_uuid);
    const total = await countFiltered(tx, organization_uuid, filter);
    const uuid = randomUUID();
    record(tx, actor, { subject_type: 'generation_template', subject_uuid: generation_template_uuid });
    const stored = new StoredJson(JSON.stringify(filter));
    return insertRun(tx, organization_uuid, { uuid, generation_template_uuid, filter: stored, total, created_by });
  });
  return { data };
};

const listRuns = async ({ database, actor, params, query }: Requests['list']) => {
  const { organization_uuid } = actor;
  await readTemplate(database, organization_uuid, params.generation_template_uuid);
  const select = (slice: Parameters<typeof selectRuns>[3]) =>
    selectRuns(database, organization_uuid, params.generation_template_uuid, slice);
  return { data: await pageOf(query, select) };
};

const getRun = async ({ database, actor, params }: Requests['get']) => {
  const data = await findRun(database, actor.organization_uuid, params.generation_run_uuid);
  if (!data) throw notFound('generation_run');
  return { data };
};

/** Cancels a run; one that is cancelled already is answered unchanged. */
const cancel = async ({ database, actor, params }: Requests['cancel']) => {
  const { organization_uuid } = actor;
  const uuid = params.generation_run_uuid;
  const data = await database.transaction(async (tx) => {
    const run = (await cancelRun(tx, organization_uuid, uuid)) ?? (await findRun(tx, organization_uuid, uuid));
    if (!run) throw notFound('generation_run');
    if (run.state !== 'cancelled') throw conflict('job_already_finished', 'The run is finished', { state: run.state });
    record(tx, actor, { subject_type: 'generation_template', subject_uuid: run.generation_template_uuid });
    return run;
  });
  return { data };
};

export const generationRunRoutes: Handlers<Routes['generationRuns']> = {
  start: startRun,
  list: listRuns,
  get: getRun,
  cancel,
};
