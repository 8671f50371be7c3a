import type { Case } from '@pharos/contract/cases.ts';
import type { Query } from '@pharos/contract/table/route.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import type { VersionNote } from '@pharos/contract/versions.ts';
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { atLocations } from '../platform/auth/queries.ts';
import type { OpenTransaction, Transaction } from '../platform/database/database.ts';
import { daysAfter } from '../platform/database/days-after.ts';
import { insertInto } from '../platform/database/insert-into.ts';
import { assign, nextTime } from '../platform/database/write.ts';
import type { Slice } from '../platform/http/cursor.ts';
import { COLUMNS, fieldsOf } from './fields.ts';
import { patternsOf, searchTextOf } from './search-text.ts';

export type CaseRow = Case & { version: number };

/** A case that is locked for a change; `now` is the time of its next state. */
export type LockedCase = CaseRow & { now: string };

export const caseColumns = raw(COLUMNS.map((name) => `cases.${name}`).join(', '));

export const findCase = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<CaseRow>(sql`
    select ${caseColumns}, cases.version
    from cases
    where organization_uuid = ${organization_uuid} and uuid = ${uuid} and deleted_at is null`);

/** A case that is locked until the transaction ends. */
export const findCaseForUpdate = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<LockedCase>(sql`
    select ${caseColumns}, cases.version, ${nextTime(sql`cases.updated_at`)} as now
    from cases
    where organization_uuid = ${organization_uuid} and uuid = ${uuid} and deleted_at is null
    for update`);

export const caseExists = (tx: Transaction, organization_uuid: string, uuid: string, deleted_too: boolean) =>
  tx.row(sql`
    select from cases
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}
      ${deleted_too ? empty : sql`and deleted_at is null`}`);

export const selectCases = (
  tx: Transaction,
  organization_uuid: string,
  filter: Query<Routes['cases']['list']>,
  location_uuids: string[] | null,
  { after, limit }: Slice,
) => {
  const conditions: (Sql | false | null)[] = [
    sql`organization_uuid = ${organization_uuid} and deleted_at is ${filter.deleted ? sql`not null` : sql`null`}`,
    after && sql`(created_at, uuid) < (${after.created_at}::timestamptz, ${after.uuid}::uuid)`,
    location_uuids && atLocations(location_uuids),
    filter.location_uuid !== undefined && sql`location_uuid = ${filter.location_uuid}`,
    filter.identified !== undefined && sql`identified = ${filter.identified}`,
    filter.external_id !== undefined && sql`external_id = ${filter.external_id}`,
    within(filter),
    filter.q !== undefined && filter.q.trim() !== '' && matching(filter.q),
  ];
  return tx.rows<Case>(sql`
    select ${caseColumns}
    from cases
    where ${join(conditions.filter(Boolean), ' and ')}
    order by created_at desc, uuid desc
    limit ${limit}`);
};

/** Cases by their uuids, in no order; one that is deleted among them as well. */
export const selectCasesByUuid = (tx: Transaction, organization_uuid: string, uuids: string[]) =>
  tx.rows<Case>(sql`
    select ${caseColumns} from cases
    where organization_uuid = ${organization_uuid} and uuid = any(${uuids}::uuid[])`);

const DATES = {
  date_of_birth: sql`date_of_birth`,
  date_of_death: sql`date_of_death`,
  date_of_service: sql`date_of_service`,
};

/** Filter by date, from the first day through the last; a range without one of the two is open at that end. */
const within = ({ date_field, date_from, date_to }: Query<Routes['cases']['list']>) => {
  if (date_from === undefined && date_to === undefined) return null;
  const days = sql`coalesce(${date_from ?? null}::date, '-infinity') and coalesce(${date_to ?? null}::date, 'infinity')`;
  const dates = date_field ? [DATES[date_field]] : Object.values(DATES);
  return sql`(${join(
    dates.map((date) => sql`${date} between ${days}`),
    ' or ',
  )})`;
};

/** A search of every word, in any order. Not by an index: behind row level security PostgreSQL uses none for LIKE. */
const matching = (q: string): Sql => {
  const patterns = patternsOf(q);
  const [plain, forms] = [patterns.filter((list) => list.length === 1), patterns.filter((list) => list.length > 1)];
  if (patterns.length === 0) return sql`false`;
  return join(
    [
      sql`search_text like all(${plain.flat()}::text[])`,
      ...forms.map((list) => sql`search_text like any(${list}::text[])`),
    ],
    ' and ',
  );
};

/** Finds a location, and locks it so that it is not deleted before the transaction ends. */
export const locationExists = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row(sql`
    select from locations where organization_uuid = ${organization_uuid} and uuid = ${uuid} for key share`);

const stateOf = ({ version, updated_at, ...row }: CaseRow) => ({
  ...fieldsOf(row),
  search_text: searchTextOf(row),
  version,
  updated_at,
});

export const insertCaseRow = (tx: OpenTransaction, row: CaseRow): void => {
  const { organization_uuid, uuid, created_at, created_by } = row;
  tx.send(insertInto('cases', [{ organization_uuid, uuid, created_at, created_by, ...stateOf(row) }]));
};

/** Writes a locked case's new state. */
export const updateCaseRow = (tx: OpenTransaction, row: CaseRow): void =>
  tx.send(sql`
    update cases set ${assign(stateOf(row))}
    where organization_uuid = ${row.organization_uuid} and uuid = ${row.uuid}`);

/** Keeps a case's state as the version that it is. */
export const insertCaseVersion = (
  tx: OpenTransaction,
  row: CaseRow,
  kept: { changed: string[]; note: VersionNote | null; created_by: string },
): void => {
  const { organization_uuid, uuid: case_uuid, version, updated_at: created_at } = row;
  tx.send(
    insertInto('case_versions', [{ organization_uuid, case_uuid, version, ...fieldsOf(row), created_at, ...kept }]),
  );
};

/** Deletes a locked case and its calls at one moment, by which a restore knows the calls that went with it. */
export const markCaseDeleted = (tx: OpenTransaction, { organization_uuid, uuid, now }: LockedCase, by: string) => {
  tx.send(sql`
    update cases set deleted_at = ${now}, deleted_by = ${by}
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);
  tx.send(sql`
    update calls set deleted_at = ${now}, deleted_by = ${by}
    where organization_uuid = ${organization_uuid} and case_uuid = ${uuid} and deleted_at is null`);
};

/** A deleted case, locked. `is_over`: the days in which it could be restored have ended, and no hold keeps it. */
export const findDeletedCaseForUpdate = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<{
    uuid: string;
    organization_uuid: string;
    deleted_at: string;
    is_over: boolean;
    restorable_days: number;
  }>(sql`
    select cases.uuid, cases.organization_uuid, cases.deleted_at, organizations.restorable_days,
      ${daysAfter(sql`cases.deleted_at`, sql`organizations.restorable_days`)} <= clock_timestamp()
        and not exists (
          select from holds
          where holds.organization_uuid = ${organization_uuid} and holds.case_uuid = cases.uuid
            and holds.released_at is null) as is_over
    from cases
    join organizations on organizations.uuid = cases.organization_uuid
    where cases.organization_uuid = ${organization_uuid} and cases.uuid = ${uuid} and cases.deleted_at is not null
    for update of cases`);

/** Brings a deleted case back with the calls that went with it. */
export const markCaseRestored = (
  tx: OpenTransaction,
  { organization_uuid, uuid, deleted_at }: { organization_uuid: string; uuid: string; deleted_at: string },
): void => {
  tx.send(sql`
    update cases set deleted_at = null, deleted_by = null
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);
  tx.send(sql`
    update calls set deleted_at = null, deleted_by = null
    where organization_uuid = ${organization_uuid} and case_uuid = ${uuid} and deleted_at = ${deleted_at}`);
};
