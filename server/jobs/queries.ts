import type { JobReason, JobRemark } from '@pharos/contract/job-reasons.ts';
import type { ListedJob, ProviderName } from '@pharos/contract/jobs.ts';
import sql, { join, type Sql } from 'sql-template-tag';
import { atLocations } from '../platform/auth/queries.ts';
import type { Transaction } from '../platform/database/database.ts';
import type { Slice } from '../platform/http/cursor.ts';
import type { JobRow } from './answer.ts';

const columns = sql`
  jobs.uuid, jobs.call_uuid, jobs.kind, jobs.provider, jobs.state, jobs.attempts, jobs.progress::float8 as progress,
  jobs.reason, jobs.remarks, jobs.provider_id, jobs.created_at, jobs.created_by, jobs.started_at, jobs.finished_at`;

const unfinished = sql`jobs.state in ('queued', 'running')`;

/** A job by whose entry the queue goes on with it. */
export type EntryOf = { organization_uuid: string; job_uuid: string; uuid: string };

export type NewJob = {
  organization_uuid: string;
  uuid: string;
  call_uuid: string;
  call_version: number;
  provider: ProviderName;
  entry_uuid: string;
  created_by: string;
};

/** A new transcription of a version of a call, or null while another one is not finished. */
export const insertJob = (tx: Transaction, job: NewJob) =>
  tx.row<JobRow>(sql`
    insert into jobs (organization_uuid, uuid, call_uuid, kind, provider, call_version, entry_uuid, created_by)
    values (${job.organization_uuid}, ${job.uuid}, ${job.call_uuid}, 'transcription', ${job.provider},
      ${job.call_version}, ${job.entry_uuid}, ${job.created_by})
    on conflict (organization_uuid, call_uuid, kind) where state in ('queued', 'running') do nothing
    returning ${columns}`);

export const findJob = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<JobRow>(sql`select ${columns} from jobs where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

export type Filter = { call_uuid?: string; state?: string };

/** Jobs with their calls and cases, newest first. */
export const selectJobs = (
  tx: Transaction,
  organization_uuid: string,
  { call_uuid, state }: Filter,
  location_uuids: string[] | null,
  { after, limit }: Slice,
) => {
  const conditions: (Sql | false | null)[] = [
    sql`jobs.organization_uuid = ${organization_uuid}`,
    call_uuid !== undefined && sql`jobs.call_uuid = ${call_uuid}`,
    state !== undefined && sql`jobs.state = ${state}`,
    after && sql`(jobs.created_at, jobs.uuid) < (${after.created_at}::timestamptz, ${after.uuid}::uuid)`,
    location_uuids && atLocations(location_uuids),
  ];
  return tx.rows<JobRow<ListedJob>>(sql`
    select ${columns}, calls.title as call_title, calls.file_name as call_file_name,
      calls.started_at as call_started_at, calls.created_at as call_created_at,
      cases.uuid as case_uuid, cases.first_name, cases.last_name
    from jobs
    join calls on calls.organization_uuid = jobs.organization_uuid and calls.uuid = jobs.call_uuid
    join cases on cases.organization_uuid = calls.organization_uuid and cases.uuid = calls.case_uuid
    where ${join(conditions.filter(Boolean), ' and ')}
    order by jobs.created_at desc, jobs.uuid desc
    limit ${limit}`);
};

/** Ends a job that is not finished; null where it is. */
export const cancelJob = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<JobRow>(sql`
    update jobs set state = 'cancelled', entry_uuid = null, finished_at = statement_timestamp()
    where organization_uuid = ${organization_uuid} and uuid = ${uuid} and ${unfinished}
    returning ${columns}`);

/** The transcription of a call that is not finished. */
export const findUnfinished = (tx: Transaction, organization_uuid: string, call_uuid: string) =>
  tx.row(sql`
    select from jobs
    where organization_uuid = ${organization_uuid} and call_uuid = ${call_uuid} and kind = 'transcription'
      and ${unfinished}`);

/** Restarts a finished job against this version of its call. */
export const restartJob = (
  tx: Transaction,
  organization_uuid: string,
  uuid: string,
  { entry_uuid, call_version }: { entry_uuid: string; call_version: number },
) =>
  tx.row<JobRow>(sql`
    update jobs set state = 'queued', attempts = 0, progress = 0, reason = null, remarks = null, provider_id = null,
      entry_uuid = ${entry_uuid}, call_version = ${call_version}, started_at = null, finished_at = null
    where organization_uuid = ${organization_uuid} and uuid = ${uuid} and state in ('failed', 'cancelled')
    returning ${columns}`);

/** Details of a job that a run needs. */
export type ClaimedJob = {
  call_uuid: string;
  provider: ProviderName;
  provider_id: string | null;
  attempts: number;
  created_by: string;
};

/** Takes a job up for an entry, counting the attempt where it begins; null where the entry is out of date. */
export const claimJob = (tx: Transaction, entry: EntryOf, begins: boolean) =>
  tx.row<ClaimedJob>(sql`
    update jobs set state = 'running', attempts = attempts + ${begins ? 1 : 0}, reason = null,
      started_at = least(started_at, statement_timestamp())
    where organization_uuid = ${entry.organization_uuid} and uuid = ${entry.job_uuid}
      and entry_uuid = ${entry.uuid} and ${unfinished}
    returning call_uuid, provider, provider_id, attempts, created_by`);

export const addCallbackDigest = (tx: Transaction, organization_uuid: string, uuid: string, digest: string) =>
  tx.rows(sql`
    update jobs set callback_digests = array_append(callback_digests, ${digest})
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

export const findCallbackDigests = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<{ provider: ProviderName; callback_digests: string[] }>(sql`
    select provider, callback_digests from jobs where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

/** Stores the progress of a running job, unless it has come farther, or `entry` is out of date. */
export const advanceJob = (tx: Transaction, entry: EntryOf, progress: number) =>
  tx.rows(sql`
    update jobs set progress = ${progress}
    where organization_uuid = ${entry.organization_uuid} and uuid = ${entry.job_uuid}
      and entry_uuid = ${entry.uuid} and state = 'running' and progress < ${progress}`);

/** Lets another entry go on with a running job; null where `entry` is out of date. */
export const handOverJob = (tx: Transaction, entry: EntryOf, next: { uuid: string; provider_id: string | null }) =>
  tx.row(sql`
    update jobs set entry_uuid = ${next.uuid}, provider_id = ${next.provider_id}, progress = 0.5
    where organization_uuid = ${entry.organization_uuid} and uuid = ${entry.job_uuid}
      and entry_uuid = ${entry.uuid} and state = 'running'
    returning uuid`);

/** Lets another entry go on with a job because its provider called; null where it is finished, or was not called about. */
export const advanceOnCallback = (
  tx: Transaction,
  job: { organization_uuid: string; uuid: string },
  next: { uuid: string; provider_id: string },
) =>
  tx.row(sql`
    update jobs set state = 'running', entry_uuid = ${next.uuid}, provider_id = ${next.provider_id}
    where organization_uuid = ${job.organization_uuid} and uuid = ${job.uuid} and ${unfinished}
      and (provider_id is null or provider_id = ${next.provider_id})
    returning uuid`);

/** Puts a job back, to be tried again by another entry; null where `entry` is out of date. */
export const postponeJob = (
  tx: Transaction,
  entry: EntryOf,
  next: { uuid: string; attempts: number; reason: JobReason | null },
) =>
  tx.row(sql`
    update jobs set state = 'queued', entry_uuid = ${next.uuid}, attempts = ${next.attempts}, reason = ${next.reason && JSON.stringify(next.reason)}
    where organization_uuid = ${entry.organization_uuid} and uuid = ${entry.job_uuid}
      and entry_uuid = ${entry.uuid} and ${unfinished}
    returning uuid`);

/** Gives a job up; null where `entry` is out of date. */
export const failJob = (tx: Transaction, entry: EntryOf, reason: JobReason) =>
  tx.row<{ call_uuid: string }>(sql`
    update jobs set state = 'failed', reason = ${JSON.stringify(reason)}, entry_uuid = null, finished_at = statement_timestamp()
    where organization_uuid = ${entry.organization_uuid} and uuid = ${entry.job_uuid}
      and entry_uuid = ${entry.uuid} and ${unfinished}
    returning call_uuid`);

/** Marks a job as succeeded, once: null if it has already ended, was cancelled or was given up. */
export const succeedJob = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<{ call_uuid: string; created_by: string; call_version: number }>(sql`
    update jobs set state = 'succeeded', progress = 1, reason = null, entry_uuid = null, finished_at = statement_timestamp()
    where organization_uuid = ${organization_uuid} and uuid = ${uuid} and ${unfinished}
    returning call_uuid, created_by, call_version`);

/** Notes that the provider has deleted what it was given. */
export const markForgotten = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.rows(sql`
    update jobs set is_forgotten = true where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

/** Keeps what is to be known of a job's result. */
export const remarkOnJob = (tx: Transaction, organization_uuid: string, uuid: string, remarks: JobRemark[]) =>
  tx.rows(sql`
    update jobs set remarks = ${JSON.stringify(remarks)}
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

/** Jobs that are not finished, each with the entry that should go on with it. */
export const selectUnfinished = (tx: Transaction, organization_uuid: string) =>
  tx.rows<{ uuid: string; entry_uuid: string; provider_id: string | null; attempts: number }>(sql`
    select uuid, entry_uuid, provider_id, attempts from jobs
    where organization_uuid = ${organization_uuid} and ${unfinished}`);
