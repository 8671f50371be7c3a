import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { TemplateRow } from '../generation-templates/queries.ts';
import { record } from '../platform/audit/record.ts';
import { type Actor, userOf } from '../platform/auth/actor.ts';
import type { OpenTransaction, ScopedDatabase } from '../platform/database/database.ts';
import { StoredJson } from '../platform/json/stored-json.ts';
import { ENGINE_VERSION } from './engine-version.ts';
import {
  type AnalysedCall,
  deleteValues,
  type GenerationRow,
  lockGenerations,
  noteAnalysed,
  renewGeneration,
  selectGenerations,
  selectValues,
  supersedeGeneration,
  updateValue,
  type ValueRow,
} from './queries.ts';
import type { FoundValue, RunResult } from './run-template.ts';

/** Result of a template, run on a call as it was. */
export type Run = RunResult & { template: TemplateRow; took_ms: number };

export type Saved = {
  call: AnalysedCall;
  /** Results, each with the digest of all that it depended on besides the template and the engine. */
  runs: (Run & { basis: string })[];
  /** Digest of what all calls have in common, where all templates in production have run. */
  home_basis: string | null;
};

/** Saves what templates found in a call, all or nothing. What a person decided stays, whatever is found. */
export const saveRuns = (database: ScopedDatabase, actor: Actor, { call, runs, home_basis }: Saved) =>
  database.transaction(async (tx) => {
    const { organization_uuid, uuid: call_uuid } = call;
    const { now } = await lockGenerations(tx, organization_uuid, call_uuid);
    const [before, values] = await Promise.all([
      selectGenerations(tx, organization_uuid, call_uuid),
      selectValues(tx, organization_uuid, call_uuid),
    ]);
    for (const run of runs) {
      const { uuid } = run.template;
      const row = rowOf(call, run, now, userOf(actor));
      saveRun(tx, row, before.find((one) => one.generation_template_uuid === uuid) ?? null);
      if (run.error === null) {
        const known = values.filter((one) => one.generation_template_uuid === uuid);
        saveValues(tx, row, run.found, known);
      }
    }
    if (home_basis !== null) noteAnalysed(tx, call, home_basis, now);
    if (runs.length > 0) record(tx, actor, { subject_type: 'call', subject_uuid: call_uuid });
  });

const rowOf = (
  { organization_uuid, uuid: call_uuid }: AnalysedCall,
  { basis, template, engine, error, occurs, text, took_ms, found, told }: Saved['runs'][number],
  created_at: string,
  created_by: string | null,
): GenerationRow => ({
  organization_uuid,
  uuid: randomUUID(),
  call_uuid,
  generation_template_uuid: template.uuid,
  template_version: template.version,
  basis,
  state: error === null ? 'succeeded' : 'failed',
  engine,
  engine_version: ENGINE_VERSION,
  model: told?.model ?? null,
  prompt_digest: told?.prompt_digest ?? null,
  input_tokens: told?.input_tokens ?? null,
  output_tokens: told?.output_tokens ?? null,
  cost: told?.cost ?? null,
  took_ms,
  error,
  occurs,
  text,
  unsupported: stored(told?.unsupported ?? []),
  found: stored(found),
  created_at,
  created_by,
});

/** Keeps a run beside the one before it; where both found the same, that one is only renewed. */
const saveRun = (tx: OpenTransaction, row: GenerationRow, before: GenerationRow | null): void => {
  if (before && isDeepStrictEqual(resultOf(before), resultOf(row))) {
    renewGeneration(tx, { ...row, uuid: before.uuid });
    return;
  }
  if (before) supersedeGeneration(tx, before, row.created_at);
  tx.insert('generations', [row]);
};

const resultOf = ({ state, engine, model, error, occurs, text, unsupported, found }: GenerationRow) => [
  [state, engine, model, error, occurs, text],
  [unsupported.text, found.text],
];

const saveValues = (tx: OpenTransaction, row: GenerationRow, found: FoundValue[], known: ValueRow[]): void => {
  const left = new Map(known.map((value) => [value.uuid, value]));
  const added: (ValueRow & { created_at: string })[] = [];
  for (const [position, { name, value, evidence }] of found.entries()) {
    const again = [...left.values()].find((one) => keyOf(one.name, one.value) === keyOf(name, stored(value)));
    const state = { position, evidence: stored(evidence), proposed: true };
    if (again) {
      left.delete(again.uuid);
      if (!isSamePlace(again, state)) updateValue(tx, { ...again, ...state });
      continue;
    }
    const { organization_uuid, call_uuid, generation_template_uuid, created_at } = row;
    const undecided = { decision: null, decided_value: null, decided_by: null, decided_at: null };
    const owner = { organization_uuid, uuid: randomUUID(), call_uuid, generation_template_uuid };
    added.push({ ...owner, name, value: stored(value), ...state, ...undecided, created_at });
  }
  const rest = [...left.values()];
  for (const value of rest) if (value.decision && value.proposed) updateValue(tx, { ...value, proposed: false });
  const gone = rest.filter(({ decision }) => decision === null).map(({ uuid }) => uuid);
  if (gone.length > 0) deleteValues(tx, row.organization_uuid, gone);
  if (added.length > 0) tx.insert('generation_values', added);
};

const isSamePlace = (
  value: ValueRow,
  { position, evidence, proposed }: Pick<ValueRow, 'position' | 'evidence' | 'proposed'>,
) => value.position === position && value.proposed === proposed && value.evidence.text === evidence.text;

const keyOf = (name: string, value: StoredJson): string => `${name}\n${value.text}`;

const stored = (value: unknown): StoredJson => new StoredJson(JSON.stringify(value));
