import type { Generation } from '@pharos/contract/generations.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { selectTemplatesNamed, type TemplateRow } from '../generation-templates/queries.ts';
import { record } from '../platform/audit/record.ts';
import type { Transaction } from '../platform/database/database.ts';
import { notFound } from '../platform/errors/errors.ts';
import type { Printable } from '../platform/json/print-json.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { isStale } from './analyse.ts';
import { basisOf, factsOf, readHome } from './facts.ts';
import { type AnalysedCall, findAnalysedCall, type GenerationRow, selectGenerations, selectValues } from './queries.ts';
import { ofValue } from './value.ts';

type List = RouteRequest<Routes['generations']['list']>;

export const listGenerations = ({ database, actor, params }: List) =>
  database.transaction(
    async (tx) => {
      const { organization_uuid } = actor;
      const call = await findAnalysedCall(tx, organization_uuid, params.call_uuid);
      if (!call) throw notFound('call');
      record(tx, actor, { subject_type: 'call', subject_uuid: call.uuid });
      return { data: { items: await readGenerations(tx, call) } };
    },
    { shared: true },
  );

type Item = Printable<Generation>;

/** Results of the templates for a call: of those in production, and of others that were run by hand. */
export const readGenerations = async (tx: Transaction, call: AnalysedCall): Promise<Item[]> => {
  const { organization_uuid, uuid } = call;
  const [home, rows, values] = await Promise.all([
    readHome(tx, organization_uuid),
    selectGenerations(tx, organization_uuid, uuid),
    selectValues(tx, organization_uuid, uuid),
  ]);
  const basis = basisOf(call, factsOf(call, home));
  const running = call.transcript_uuid === null ? [] : home.templates;
  const others = rows
    .map((row) => row.generation_template_uuid)
    .filter((one) => !running.some((template) => template.uuid === one));
  const templates = [...running, ...(await selectTemplatesNamed(tx, organization_uuid, others))];
  return templates.map((template) => {
    const row = rows.find((one) => one.generation_template_uuid === template.uuid) ?? null;
    const stale = row !== null && isStale([row], template, basis, home);
    const is_queued = running.includes(template) && (stale || row === null);
    const own = values.filter((value) => value.generation_template_uuid === template.uuid);
    return {
      ...ofTemplate(call, template),
      ...ofRun(row),
      stale,
      ...(is_queued && QUEUED),
      values: own.map(ofValue),
    };
  });
};

const ofTemplate = (
  call: AnalysedCall,
  { uuid, label, display_name, display_config, execution_type }: TemplateRow,
) => ({
  call_uuid: call.uuid,
  generation_template_uuid: uuid,
  ...{ label, display_name, display_config, execution_type },
});

const QUEUED = { state: 'queued' } as const;

const NOT_RUN = {
  ...QUEUED,
  ...{ uuid: null, template_version: null, engine: null, engine_version: null, model: null, prompt_digest: null },
  ...{ input_tokens: null, output_tokens: null, cost: null, took_ms: null, error: null, occurs: null, text: null },
  ...{ unsupported: [], created_at: null, created_by: null },
};

const ofRun = (row: GenerationRow | null) => {
  if (!row) return NOT_RUN;
  const {
    organization_uuid: _organization,
    generation_template_uuid: _template,
    basis: _basis,
    found: _found,
    ...run
  } = row;
  return run;
};
