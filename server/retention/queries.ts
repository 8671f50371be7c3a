import type { DueThing, KeptElsewhere } from '@pharos/contract/retention.ts';
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import type { OpenTransaction, Transaction } from '../platform/database/database.ts';
import { daysAfter } from '../platform/database/days-after.ts';
import type { Slice } from '../platform/http/cursor.ts';
import { PARTS, type Part } from './purged-tables.ts';
import type { Reason } from './rule.ts';

export type Subject = Pick<DueThing, 'subject_type' | 'subject_uuid' | 'case_uuid'>;
export type DueRow = Subject & Reason & { due_since: string };
type NamedRow = DueRow & Pick<DueThing, 'first_name' | 'last_name'>;

const restorable_until = daysAfter(sql`deleted_at`, sql`restorable_days`);

const lastTouched = (organization_uuid: string) => sql`
  greatest(updated_at,
    case when date_of_service is not null
      then least(date_of_service::timestamptz, updated_at + interval '2 years') end, (
    select max(calls.updated_at) from calls
    where calls.organization_uuid = ${organization_uuid} and calls.case_uuid = own_days.uuid))`;

/** Condition that purges do not wait at the moment that counts. */
const goesOn = sql`coalesce(organizations.purges_wait_until <= moment.at, true)`;

/**
 * `due`: the cases, and the deleted calls of other cases, that are due at a time (null: now) and not held. A case counts
 * from when it was last touched; whichever of its own rule and its deletion comes first is its reason. The calls of most
 * cases need no look: they can only make it later.
 */
const due = (organization_uuid: string, at: string | null, case_uuid: string | null) => sql`
  moment as materialized (select coalesce(${at}::timestamptz, statement_timestamp()) as at),
  held as materialized (
    select case_uuid from holds where organization_uuid = ${organization_uuid} and released_at is null
  ), own_days as (
    select cases.*, cases.date_of_death is null as is_pre_need, organizations.restorable_days,
      case when cases.date_of_death is null
        then coalesce(locations.pre_need_retention_days, organizations.pre_need_retention_days)
        else coalesce(locations.retention_days, organizations.retention_days) end as retention_days,
      case when cases.date_of_death is null
        then locations.pre_need_retention_days else locations.retention_days end is not null as by_location
    from cases
    join organizations on organizations.uuid = cases.organization_uuid
    left join locations on locations.organization_uuid = cases.organization_uuid
      and locations.uuid = cases.location_uuid
    cross join moment
    where cases.organization_uuid = ${organization_uuid} and ${goesOn}
      ${case_uuid === null ? empty : sql`and cases.uuid = ${case_uuid}`}
  ), ends as (
    select uuid, is_pre_need, by_location, restorable_days, retention_days,
      ${restorable_until} as restorable_until,
      ${daysAfter(lastTouched(organization_uuid), sql`retention_days`)} as kept_until
    from own_days, moment
    where ${restorable_until} <= moment.at or ${daysAfter(sql`updated_at`, sql`retention_days`)} <= moment.at
  ), due_cases as (
    select 'case' as subject_type, uuid as subject_uuid, uuid as case_uuid,
      least(restorable_until, kept_until) as due_since,
      coalesce(restorable_until <= coalesce(kept_until, 'infinity'), false) as by_deletion,
      is_pre_need, by_location, restorable_days, retention_days
    from ends, moment
    where least(restorable_until, kept_until) <= moment.at and not exists (select from held where held.case_uuid = ends.uuid)
  ), due_calls as (
    select 'call' as subject_type, calls.uuid as subject_uuid, calls.case_uuid,
      ${daysAfter(sql`calls.deleted_at`, sql`organizations.restorable_days`)} as due_since, true as by_deletion,
      false as is_pre_need, false as by_location, organizations.restorable_days, null::integer as retention_days
    from moment, calls
    join organizations on organizations.uuid = calls.organization_uuid
    where calls.organization_uuid = ${organization_uuid} and calls.deleted_at is not null and ${goesOn}
      ${case_uuid === null ? empty : sql`and calls.case_uuid = ${case_uuid}`}
      and ${daysAfter(sql`calls.deleted_at`, sql`organizations.restorable_days`)} <= moment.at
      and not exists (select from held where held.case_uuid = calls.case_uuid)
      and not exists (select from due_cases where due_cases.case_uuid = calls.case_uuid)
      and not exists (
        select from call_joins
        where call_joins.organization_uuid = ${organization_uuid} and call_joins.part_uuid = calls.uuid)
  ), due as (
    select subject_type, subject_uuid, case_uuid, due_since, by_deletion, is_pre_need, by_location,
      case when by_deletion then restorable_days else retention_days end as days
    from (select * from due_cases union all select * from due_calls) as everything
  )`;

/** Hours that purges wait after a retention was shortened. */
const WAIT_HOURS = 24;

/** Lets purges of the organization wait. */
export const delayPurges = (tx: Transaction, organization_uuid: string) =>
  tx.rows(sql`
    update organizations set purges_wait_until = statement_timestamp() + make_interval(hours => ${WAIT_HOURS})
    where uuid = ${organization_uuid}`);

/** Days that the organization keeps cases where their location does not say. */
export const findRetention = (tx: Transaction, organization_uuid: string) =>
  tx.one<{ retention_days: number | null; pre_need_retention_days: number | null }>(sql`
    select retention_days, pre_need_retention_days from organizations where uuid = ${organization_uuid}`);

/** Time until which purges wait; null where they do not. */
export const findWait = (tx: Transaction, organization_uuid: string) =>
  tx.row<{ waits_until: string | null }>(sql`
    select case when purges_wait_until > statement_timestamp() then purges_wait_until end as waits_until
    from organizations
    where uuid = ${organization_uuid}`);

/** A page of what is due, longest first, with whom it is about. */
export const selectDue = (tx: Transaction, organization_uuid: string, at: string | null, { after, limit }: Slice) =>
  tx.rows<NamedRow>(sql`
    with ${due(organization_uuid, at, null)}
    select due.*, cases.first_name, cases.last_name from due
    join cases on cases.organization_uuid = ${organization_uuid} and cases.uuid = due.case_uuid
    ${after ? sql`where (due_since, subject_uuid) > (${after.created_at}::timestamptz, ${after.uuid}::uuid)` : empty}
    order by due_since, subject_uuid
    limit ${limit}`);

/** Reason why a case or a call is due; null where it is not, or not any more. */
export const findDue = (tx: Transaction, organization_uuid: string, subject: Subject, at: string | null) =>
  tx.row<DueRow>(sql`
    with ${due(organization_uuid, at, subject.case_uuid)}
    select * from due where subject_type = ${subject.subject_type} and subject_uuid = ${subject.subject_uuid}`);

/** Two purges of one organization take turns. */
export const lockPurge = (tx: Transaction, organization_uuid: string) =>
  tx.rows(sql`select pg_advisory_xact_lock(hashtextextended('purge ' || ${organization_uuid}::text, 0))`);

/** Locks a case, deleted or not: until the transaction ends, no hold is placed, nothing restored and no call added. */
export const lockCase = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row(sql`
    select uuid from cases where organization_uuid = ${organization_uuid} and uuid = ${uuid} for update`);

/** Locks the calls that go: all of a case's, or the one with those that are joined to it. */
export const lockCalls = (tx: Transaction, organization_uuid: string, { subject_type, subject_uuid }: Subject) =>
  tx.rows<{ uuid: string }>(sql`
    select uuid from calls
    where organization_uuid = ${organization_uuid}
      and ${
        subject_type === 'case'
          ? sql`case_uuid = ${subject_uuid}`
          : sql`(uuid = ${subject_uuid} or uuid in (
              select part_uuid from call_joins
              where call_joins.organization_uuid = ${organization_uuid} and call_joins.call_uuid = ${subject_uuid}))`
      }
    order by uuid
    for update`);

/** Recordings of these calls that providers outside were given, and have not said that they deleted. */
export const selectKeptElsewhere = (tx: Transaction, organization_uuid: string, call_uuids: string[]) =>
  tx.rows<KeptElsewhere>(sql`
    select distinct provider, provider_id from jobs
    where organization_uuid = ${organization_uuid} and call_uuid = any(${call_uuids}::uuid[])
      and provider in ('assembly_ai', 'deepgram') and started_at is not null and not is_forgotten
    order by provider, provider_id`);

const partsOf = (subject_type: Subject['subject_type']): Part[] =>
  PARTS.filter(({ of }) => of === 'call' || of === subject_type);

/** The digest of a row as certificates have it; the contract says how it is made. */
export const digestOfRow = (table: string): Sql =>
  sql`encode(sha256(convert_to((to_jsonb(${raw(table)}) - 'zstd' - 'document')::text, 'UTF8')), 'hex')`;

type RemovedRow = { table: string; digest: string };

/**
 * Removes all that a locked case or call is made of, table by table, and answers what each row was. Rows that work on
 * jobs and recordings may still change are locked while they are read.
 */
export const removeParts = async (
  tx: OpenTransaction,
  organization_uuid: string,
  { subject_type, subject_uuid }: Subject,
  call_uuids: string[],
): Promise<RemovedRow[]> => {
  const rows: Promise<RemovedRow[]>[] = [];
  for (const { table, of, column, is_changed } of partsOf(subject_type)) {
    const uuids = of === 'case' ? [subject_uuid] : call_uuids;
    const found = sql`
      from ${raw(table)} where organization_uuid = ${organization_uuid} and ${raw(column)} = any(${uuids}::uuid[])`;
    const columns = sql`${table}::text as "table", ${digestOfRow(table)} as digest`;
    rows.push(tx.rows(sql`select ${columns} ${found} ${is_changed ? sql`for update` : empty}`));
    tx.send(sql`delete ${found}`);
  }
  return (await Promise.all(rows)).flat();
};

/** Counts the rows of each table that each of these subjects is made of. */
export const countParts = (tx: Transaction, organization_uuid: string, subjects: Subject[]) => {
  const counts = PARTS.map(({ table, of, column }): Sql => {
    const owners = of === 'case' ? sql`case_owners` : sql`call_owners`;
    return sql`
      select owners.subject_uuid, ${table}::text as "table", count(*)
      from ${owners} as owners
      join ${raw(table)} on ${raw(table)}.organization_uuid = ${organization_uuid}
        and ${raw(`${table}.${column}`)} = owners.owner_uuid
      group by owners.subject_uuid`;
  });
  return tx.rows<{ subject_uuid: string; table: string; count: number }>(sql`
    with subjects as (
      select * from unnest(${subjects.map(({ subject_type }) => subject_type)}::text[],
        ${subjects.map(({ subject_uuid }) => subject_uuid)}::uuid[]) as subjects (type, uuid)
    ), case_owners as (
      select uuid as subject_uuid, uuid as owner_uuid from subjects where type = 'case'
    ), call_owners as (
      select case_owners.subject_uuid, calls.uuid as owner_uuid
      from case_owners
      join calls on calls.organization_uuid = ${organization_uuid} and calls.case_uuid = case_owners.owner_uuid
      union all
      select uuid, uuid from subjects where type = 'call'
      union all
      select subjects.uuid, call_joins.part_uuid
      from subjects
      join call_joins on call_joins.organization_uuid = ${organization_uuid} and call_joins.call_uuid = subjects.uuid
      where subjects.type = 'call'
    )
    ${join(counts, ' union all ')}`);
};
