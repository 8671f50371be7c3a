import type { GenerationRun, GenerationRunFilter } from '@pharos/contract/generation-runs.ts';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Transaction } from '../../platform/database/database.ts';
import type { Slice } from '../../platform/http/cursor.ts';
import type { StoredJson } from '../../platform/json/stored-json.ts';
import { type AnalysedCall, analysedColumns } from '../queries.ts';

export type RunRow = Omit<GenerationRun, 'filter'> & { filter: StoredJson };

const columns = sql`
  uuid, generation_template_uuid, filter, state, total, done, failed,
  case when state = 'succeeded' or total = 0 then 1 else least(1, done::float8 / total) end as progress,
  created_at, created_by, finished_at`;

const unfinished = sql`state in ('queued', 'running')`;

/** Calls with words that a filter lets through. */
const filtered = (organization_uuid: string, filter: GenerationRunFilter, until: string | null): Sql => {
  const { case_uuid, location_uuid, is_fully_labelled, created_after, created_before } = filter;
  const conditions: (Sql | false | null | undefined | '')[] = [
    sql`calls.organization_uuid = ${organization_uuid} and calls.deleted_at is null`,
    sql`calls.transcript_uuid is not null`,
    until !== null && sql`calls.created_at <= ${until}::timestamptz`,
    case_uuid && sql`calls.case_uuid = ${case_uuid}`,
    typeof is_fully_labelled === 'boolean' && sql`calls.is_fully_labelled = ${is_fully_labelled}`,
    created_after && sql`calls.created_at > ${created_after}::timestamptz`,
    created_before && sql`calls.created_at < ${created_before}::timestamptz`,
    location_uuid &&
      sql`exists (
      select from cases
      where cases.organization_uuid = ${organization_uuid} and cases.uuid = calls.case_uuid
        and cases.location_uuid = ${location_uuid})`,
  ];
  return join(
    conditions.filter((one): one is Sql => Boolean(one)),
    ' and ',
  );
};

export const countFiltered = async (tx: Transaction, organization_uuid: string, filter: GenerationRunFilter) =>
  (
    await tx.one<{ count: number }>(sql`
    select count(*) from calls where ${filtered(organization_uuid, filter, null)}`)
  ).count;

type NewRun = Pick<RunRow, 'uuid' | 'generation_template_uuid' | 'filter' | 'total' | 'created_by'>;

export const insertRun = (tx: Transaction, organization_uuid: string, run: NewRun) =>
  tx.one<RunRow>(sql`
    insert into generation_runs (organization_uuid, uuid, generation_template_uuid, filter, total, created_by)
    values (${organization_uuid}, ${run.uuid}, ${run.generation_template_uuid}, ${run.filter}, ${run.total},
      ${run.created_by})
    returning ${columns}`);

export const findRun = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<RunRow>(sql`
    select ${columns} from generation_runs where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

export const selectRuns = (
  tx: Transaction,
  organization_uuid: string,
  generation_template_uuid: string,
  { after, limit }: Slice,
) =>
  tx.rows<RunRow>(sql`
    select ${columns} from generation_runs
    where organization_uuid = ${organization_uuid} and generation_template_uuid = ${generation_template_uuid}
      ${after ? sql`and (created_at, uuid) < (${after.created_at}::timestamptz, ${after.uuid}::uuid)` : empty}
    order by created_at desc, uuid desc
    limit ${limit}`);

/** Cancels a run that is not finished; null where it is. */
export const cancelRun = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<RunRow>(sql`
    update generation_runs set state = 'cancelled', finished_at = statement_timestamp()
    where organization_uuid = ${organization_uuid} and uuid = ${uuid} and ${unfinished}
    returning ${columns}`);

/** Place of a run among its calls. */
export type Unfinished = Pick<RunRow, 'uuid' | 'generation_template_uuid' | 'filter' | 'done' | 'created_at'> & {
  after_created_at: string | null;
  after_uuid: string | null;
};

export const findUnfinishedRun = (tx: Transaction, organization_uuid: string) =>
  tx.row<Unfinished>(sql`
    select uuid, generation_template_uuid, filter, done, after_created_at, after_uuid, created_at
    from generation_runs
    where organization_uuid = ${organization_uuid} and ${unfinished}
    order by created_at, uuid
    limit 1`);

/** The next calls of a run, the oldest first. */
export const selectNextCalls = (tx: Transaction, organization_uuid: string, run: Unfinished, limit: number) => {
  const filter = run.filter.parse() as GenerationRunFilter;
  return tx.rows<AnalysedCall>(sql`
    select ${analysedColumns} from calls
    where ${filtered(organization_uuid, filter, run.created_at)}
      ${run.after_uuid ? sql`and (calls.created_at, calls.uuid) > (${run.after_created_at}::timestamptz, ${run.after_uuid}::uuid)` : empty}
    order by calls.created_at, calls.uuid
    limit ${limit}`);
};

/** Counts a call of a run as done; null where the run is over, or another server has counted it. */
export const advanceRun = (
  tx: Transaction,
  organization_uuid: string,
  { uuid, done }: Unfinished,
  call: { uuid: string; created_at: string },
  failed: boolean,
) =>
  tx.row<Unfinished>(sql`
    update generation_runs set state = 'running', done = done + 1, failed = failed + ${failed ? 1 : 0},
      after_created_at = ${call.created_at}, after_uuid = ${call.uuid}
    where organization_uuid = ${organization_uuid} and uuid = ${uuid} and done = ${done} and ${unfinished}
    returning uuid, generation_template_uuid, filter, done, after_created_at, after_uuid, created_at`);

export const finishRun = (tx: Transaction, organization_uuid: string, { uuid, done }: Unfinished) =>
  tx.rows(sql`
    update generation_runs set state = 'succeeded', finished_at = statement_timestamp()
    where organization_uuid = ${organization_uuid} and uuid = ${uuid} and done = ${done} and ${unfinished}`);
