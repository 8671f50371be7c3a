import type { Generation } from '@pharos/contract/generations.ts';
import sql, { type Sql } from 'sql-template-tag';
import type { OpenTransaction, Transaction } from '../platform/database/database.ts';
import type { StoredJson } from '../platform/json/stored-json.ts';

/** Home of an organization, as rules know it. */
export const findHome = (tx: Transaction, organization_uuid: string) =>
  tx.one<{ name: string; time_zone: string | null; uses_model: boolean }>(sql`
    select name, time_zone, uses_model from organizations where uuid = ${organization_uuid}`);

/** A call as it is analysed. */
export type AnalysedCall = {
  organization_uuid: string;
  uuid: string;
  version: number;
  transcript_uuid: string | null;
  transcript_digest: string | null;
  speaker_labels: StoredJson;
  speaker_sides: StoredJson;
  started_at: string | null;
  started_at_offset: string | null;
  created_at: string;
};

/** Columns of a call as it is analysed. */
export const analysedColumns = sql`
  calls.organization_uuid, calls.uuid, calls.version, calls.transcript_uuid, calls.transcript_digest,
  calls.speaker_labels, calls.speaker_sides, calls.started_at, calls.started_at_offset,
  calls.created_at`;

export const findAnalysedCall = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<AnalysedCall>(sql`
    select ${analysedColumns} from calls
    where organization_uuid = ${organization_uuid} and uuid = ${uuid} and deleted_at is null`);

/** Calls with words on which the templates have not run as all is now, those changed last first. */
export const selectUnanalysed = (
  tx: Transaction,
  organization_uuid: string,
  basis: string,
  { call_uuids, since, limit }: { call_uuids: string[] | null; since: Date | null; limit: number },
) =>
  tx.rows<AnalysedCall>(sql`
    select ${analysedColumns} from calls
    left join call_analyses on call_analyses.organization_uuid = calls.organization_uuid
      and call_analyses.call_uuid = calls.uuid
    where calls.organization_uuid = ${organization_uuid} and calls.deleted_at is null
      and calls.transcript_uuid is not null
      and (${call_uuids}::uuid[] is null or calls.uuid = any(${call_uuids}::uuid[]))
      and (${since}::timestamptz is null or calls.updated_at >= ${since}::timestamptz)
      and (call_analyses.call_uuid is null or call_analyses.call_version <> calls.version
        or call_analyses.basis <> ${basis})
    order by calls.updated_at desc
    limit ${limit}`);

/** Notes that the templates have run on a version of a call. */
export const noteAnalysed = (
  tx: OpenTransaction,
  { organization_uuid, uuid, version }: AnalysedCall,
  basis: string,
  now: string,
): void =>
  tx.send(sql`
    insert into call_analyses (organization_uuid, call_uuid, call_version, basis, analysed_at)
    values (${organization_uuid}, ${uuid}, ${version}, ${basis}, ${now})
    on conflict (organization_uuid, call_uuid)
      do update set call_version = excluded.call_version, basis = excluded.basis, analysed_at = excluded.analysed_at`);

/** Runs of templates on one call take turns while they are saved. */
export const lockGenerations = (tx: Transaction, organization_uuid: string, call_uuid: string) =>
  tx.one<{ now: string }>(sql`
    select clock_timestamp() as now, pg_advisory_xact_lock(hashtextextended(
      'generations ' || ${organization_uuid}::text || ${call_uuid}::text, 0))`);

/** Newest run of a template on a call. */
export type GenerationRow = Pick<
  Generation,
  | 'error'
  | 'occurs'
  | 'text'
  | 'model'
  | 'prompt_digest'
  | 'input_tokens'
  | 'output_tokens'
  | 'cost'
  | 'created_by'
  | 'generation_template_uuid'
> & {
  organization_uuid: string;
  uuid: string;
  call_uuid: string;
  template_version: number;
  basis: string;
  state: 'succeeded' | 'failed';
  engine: NonNullable<Generation['engine']>;
  engine_version: string;
  took_ms: number;
  unsupported: StoredJson;
  found: StoredJson;
  created_at: string;
};

export const selectGenerations = (tx: Transaction, organization_uuid: string, call_uuid: string) =>
  tx.rows<GenerationRow>(sql`
    select organization_uuid, uuid, call_uuid, generation_template_uuid, template_version, basis, state, engine,
      engine_version, model, prompt_digest, input_tokens, output_tokens, cost, took_ms, error, occurs, text, unsupported,
      found, created_at, created_by
    from generations
    where organization_uuid = ${organization_uuid} and call_uuid = ${call_uuid} and superseded_at is null`);

/** Value of a call as people see it. */
export type ValueRow = {
  organization_uuid: string;
  uuid: string;
  call_uuid: string;
  generation_template_uuid: string;
  position: number;
  name: string;
  value: StoredJson;
  evidence: StoredJson;
  proposed: boolean;
  decision: 'approved' | 'changed' | 'refused' | null;
  decided_value: StoredJson | null;
  decided_by: string | null;
  decided_at: string | null;
};

const valueColumns = sql`
  organization_uuid, uuid, call_uuid, generation_template_uuid, position, name, value, evidence, proposed, decision,
  decided_value, decided_by, decided_at`;

export const selectValues = (tx: Transaction, organization_uuid: string, call_uuid: string) =>
  tx.rows<ValueRow>(sql`
    select ${valueColumns} from generation_values
    where organization_uuid = ${organization_uuid} and call_uuid = ${call_uuid}
    order by position, created_at, uuid`);

const currentRun = ({ organization_uuid, uuid }: Pick<GenerationRow, 'organization_uuid' | 'uuid'>): Sql =>
  sql`organization_uuid = ${organization_uuid} and uuid = ${uuid}`;

export const supersedeGeneration = (tx: OpenTransaction, row: GenerationRow, now: string): void =>
  tx.send(sql`update generations set superseded_at = ${now} where ${currentRun(row)}`);

/** Says of a run that a later one, on another basis, found the same. */
export const renewGeneration = (tx: OpenTransaction, row: GenerationRow): void =>
  tx.send(sql`
    update generations set template_version = ${row.template_version}, basis = ${row.basis},
      engine_version = ${row.engine_version}, took_ms = ${row.took_ms}, created_at = ${row.created_at},
      created_by = ${row.created_by}
    where ${currentRun(row)}`);

/** Moves a value to its place in a run that found it again, or, with `proposed` false, keeps it for its decision. */
export const updateValue = (
  tx: OpenTransaction,
  { organization_uuid, uuid, position, evidence, proposed }: ValueRow,
): void =>
  tx.send(sql`
    update generation_values set position = ${position}, evidence = ${evidence}, proposed = ${proposed}
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

export const deleteValues = (tx: OpenTransaction, organization_uuid: string, uuids: string[]): void =>
  tx.send(sql`
    delete from generation_values where organization_uuid = ${organization_uuid} and uuid = any(${uuids}::uuid[])`);

export const valueExists = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row(sql`select from generation_values where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

/** A value of a call that is not deleted, locked until the transaction ends. */
export const findValueForUpdate = (tx: Transaction, organization_uuid: string, call_uuid: string, uuid: string) =>
  tx.row<ValueRow & { now: string }>(sql`
    select ${valueColumns}, clock_timestamp() as now from generation_values
    where organization_uuid = ${organization_uuid} and call_uuid = ${call_uuid} and uuid = ${uuid}
      and exists (
        select from calls
        where calls.organization_uuid = ${organization_uuid} and calls.uuid = ${call_uuid} and calls.deleted_at is null)
    for update`);

/** Writes the decision about a locked value; all null takes it back. */
export const updateDecision = (
  tx: OpenTransaction,
  { organization_uuid, uuid, decision, decided_value, decided_by, decided_at }: ValueRow,
): void =>
  tx.send(sql`
    update generation_values set decision = ${decision}, decided_value = ${decided_value}, decided_by = ${decided_by},
      decided_at = ${decided_at}
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

/** Values of a case's calls that people approved or changed, the latest decision first. */
export const selectApproved = (tx: Transaction, organization_uuid: string, case_uuid: string) =>
  tx.rows<ValueRow & { decided_value: StoredJson; decided_by: string; decided_at: string }>(sql`
    select generation_values.organization_uuid, generation_values.uuid, generation_values.call_uuid,
      generation_values.generation_template_uuid, generation_values.position, generation_values.name,
      generation_values.value, generation_values.evidence, generation_values.proposed, generation_values.decision,
      generation_values.decided_value, generation_values.decided_by, generation_values.decided_at
    from generation_values
    join calls on calls.organization_uuid = generation_values.organization_uuid
      and calls.uuid = generation_values.call_uuid
    where generation_values.organization_uuid = ${organization_uuid} and calls.case_uuid = ${case_uuid}
      and calls.deleted_at is null and generation_values.decision in ('approved', 'changed')
    order by generation_values.decided_at desc, generation_values.uuid`);
