import { withTranscript } from '../calls/transcripts.ts';
import type { TemplateRow } from '../generation-templates/queries.ts';
import type { Models } from '../models/ask-model.ts';
import type { Actor } from '../platform/auth/actor.ts';
import type { ScopedDatabase } from '../platform/database/database.ts';
import type { StoredJson } from '../platform/json/stored-json.ts';
import type { AnalysisPool } from './analysis-pool.ts';
import { ENGINE_VERSION } from './engine-version.ts';
import { basisOf, factsOf, type Home } from './facts.ts';
import { type AnalysedCall, type GenerationRow, selectGenerations } from './queries.ts';
import { runApart } from './run-apart.ts';
import { runByModel, wantsModel } from './run-by-model.ts';
import type { Runnable } from './run-template.ts';
import { type Run, saveRuns } from './save.ts';

export type Analysis = {
  database: ScopedDatabase;
  pool: AnalysisPool;
  models: Models;
  actor: Actor;
  home: Home;
  call: AnalysedCall;
  /** Template to run, of any stage; null runs those in production that have not run on the call as it is. */
  template: TemplateRow | null;
  signal?: AbortSignal | undefined;
};

/** Runs templates on a call with words, off the event loop, and saves what they find; answers whether one failed. */
export const analyseCall = async ({
  database,
  pool,
  models,
  actor,
  home,
  call,
  template,
  signal,
}: Analysis): Promise<boolean> => {
  const { organization_uuid } = call;
  const facts = factsOf(call, home);
  const basis = basisOf(call, facts);
  const before = await selectGenerations(database, organization_uuid, call.uuid);
  const due = template ? [template] : home.templates.filter((one) => isStale(before, one, basis, home));
  const { transcript } = await withTranscript(database, call);
  if (!transcript) return false;
  const spoken = { transcript: transcript.utf8, facts };
  const templates = due.filter((one) => !wantsModel(one, home));
  const unread = { ...spoken, templates: templates.map(runnable) };
  const results = await runApart(pool, unread, { organization_uuid, signal });
  const runs: Run[] = results.map((result, index) => ({ ...result, template: templates[index] as TemplateRow }));
  for (const one of due.filter((one) => wantsModel(one, home))) {
    runs.push({
      ...(await runByModel(models, one, { database, organization_uuid, ...spoken, signal })),
      template: one,
    });
  }
  const bases = runs.map((run) => ({ ...run, basis: basisFor(run.template, basis, home) }));
  await saveRuns(database, actor, { call, runs: bases, home_basis: template ? null : home.basis });
  return runs.some(({ error }) => error !== null);
};

/** True where a template has not run on the call as it is now, by the engine as it is now. */
export const isStale = (rows: GenerationRow[], template: TemplateRow, basis: string, home: Home): boolean =>
  !rows.some(
    (row) =>
      row.generation_template_uuid === template.uuid &&
      row.template_version === template.version &&
      row.basis === basisFor(template, basis, home) &&
      row.engine_version === ENGINE_VERSION,
  );

/** Digest of all that a template's run depends on: where a model does it, also whether one may. */
const basisFor = (template: TemplateRow, basis: string, home: Home): string =>
  wantsModel(template, home) ? `${basis} ${home.uses_model ? 'by a model' : 'without a model'}` : basis;

const runnable = ({ execution_type, exact_phrases, rules, scope }: TemplateRow): Runnable => ({
  execution_type,
  rules,
  exact_phrases: parsed<Runnable['exact_phrases']>(exact_phrases),
  scope: parsed<Runnable['scope']>(scope),
});

const parsed = <T>(json: StoredJson | null): T => (json ? json.parse() : null) as T;
