import type { Case, CaseWrite } from '@pharos/contract/cases.ts';
import type { Query } from '@pharos/contract/table/route.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Transaction } from '../platform/database/database.ts';
import { decodeCursor } from '../platform/http/cursor.ts';

export type CaseRow = Case & { version: number };

const columns = sql`
  cases.uuid, cases.organization_uuid, cases.created_by, cases.created_at, cases.updated_at, cases.date_of_birth,
  cases.date_of_death, cases.date_of_service, cases.deleted_at, cases.deleted_by, cases.external_id, cases.first_name,
  cases.last_name, cases.location_uuid, cases.summary`;

export const findCase = (tx: Transaction, organization_uuid: string, uuid: string, lock = false) =>
  tx.row<CaseRow>(sql`
    select ${columns}, cases.version
    from cases
    where organization_uuid = ${organization_uuid} and uuid = ${uuid} and deleted_at is null
    ${lock ? sql`for update` : empty}`);

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
  limit: number,
) => {
  const after = filter.cursor === undefined ? null : decodeCursor(filter.cursor);
  const words = filter.q?.split(/\s+/).filter(Boolean) ?? [];
  const conditions: (Sql | false | null)[] = [
    sql`organization_uuid = ${organization_uuid} and deleted_at is ${filter.deleted ? sql`not null` : sql`null`}`,
    after && sql`(created_at, uuid) < (${after.created_at}::timestamptz, ${after.uuid}::uuid)`,
    location_uuids && sql`(location_uuid is null or location_uuid = any(${location_uuids}::uuid[]))`,
    filter.location_uuid !== undefined && sql`location_uuid = ${filter.location_uuid}`,
    filter.external_id !== undefined && sql`external_id = ${filter.external_id}`,
    within(filter),
    words.length > 0 &&
      sql`${plain(sql`concat_ws(' ', first_name, last_name, external_id, summary)`)}
        ilike all(${words.map(containing)}::text[])`,
  ];
  return tx.rows<Case>(sql`
    select ${columns}
    from cases
    where ${join(conditions.filter(Boolean), ' and ')}
    order by created_at desc, uuid desc
    limit ${limit}`);
};

const DATES = {
  date_of_birth: sql`date_of_birth`,
  date_of_death: sql`date_of_death`,
  date_of_service: sql`date_of_service`,
};

/** From the first day to the last, both of them too; without one of the two, it is open there. */
const within = ({ date_field, date_from, date_to }: Query<Routes['cases']['list']>) => {
  if (date_from === undefined && date_to === undefined) return null;
  const days = sql`coalesce(${date_from ?? null}::date, '-infinity') and coalesce(${date_to ?? null}::date, 'infinity')`;
  const dates = date_field ? [DATES[date_field]] : Object.values(DATES);
  return sql`(${join(
    dates.map((date) => sql`${date} between ${days}`),
    ' or ',
  )})`;
};

// “Raul” finds “Raúl”: on both sides the accents are taken off the letters.
const plain = (text: Sql) => sql`regexp_replace(normalize(${text}, nfkd), U&'[\\0300-\\036F]', '', 'g')`;

const containing = (word: string) =>
  `%${word
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[\\%_]/g, '\\$&')}%`;

/** Held until the end of the transaction, so that it is not deleted meanwhile. */
export const locationExists = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row(sql`
    select from locations where organization_uuid = ${organization_uuid} and uuid = ${uuid} for key share`);

/** The case's first state, which the write after it makes version 1. */
export const insertCase = (tx: Transaction, organization_uuid: string, uuid: string, created_by: string) =>
  tx.row<CaseRow>(sql`
    insert into cases (organization_uuid, uuid, created_by, version)
    values (${organization_uuid}, ${uuid}, ${created_by}, 0)
    returning ${columns}, version`);

/** Writes a locked case's new state and keeps it as a version. */
export const writeCase = (
  tx: Transaction,
  row: CaseRow,
  written: CaseWrite,
  { created_by, note }: { created_by: string; note: string | null },
) => {
  const next = { ...row, ...written };
  return tx.row<CaseRow>(sql`
    with cases as (
      update cases set
        date_of_birth = ${next.date_of_birth}, date_of_death = ${next.date_of_death},
        date_of_service = ${next.date_of_service}, external_id = ${next.external_id}, first_name = ${next.first_name},
        last_name = ${next.last_name}, location_uuid = ${next.location_uuid}, summary = ${next.summary},
        version = version + 1,
        updated_at = greatest(clock_timestamp(), updated_at + interval '1 microsecond')
      where organization_uuid = ${row.organization_uuid} and uuid = ${row.uuid}
      returning *
    ), kept as (
      insert into case_versions (organization_uuid, case_uuid, version, changed, note, date_of_birth, date_of_death,
        date_of_service, external_id, first_name, last_name, location_uuid, summary, created_at, created_by)
      select organization_uuid, uuid, version, ${Object.keys(written)}::text[], ${note}::text, date_of_birth,
        date_of_death, date_of_service, external_id, first_name, last_name, location_uuid, summary, updated_at,
        ${created_by}::uuid
      from cases
    )
    select ${columns}, cases.version from cases`);
};

/** Deletes a case and its calls at one moment, by which a restore knows the calls that went with it. */
export const deleteCase = (tx: Transaction, { organization_uuid, uuid }: CaseRow, deleted_by: string) =>
  tx.rows(sql`
    with gone as (
      update cases set deleted_at = clock_timestamp(), deleted_by = ${deleted_by}
      where organization_uuid = ${organization_uuid} and uuid = ${uuid}
      returning deleted_at
    )
    update calls set deleted_at = gone.deleted_at, deleted_by = ${deleted_by}
    from gone
    where organization_uuid = ${organization_uuid} and case_uuid = ${uuid} and calls.deleted_at is null`);

/**
 * Brings a case back with the calls that went with it; null where it is not deleted. Where its time is over, and no hold
 * has kept it, nothing is brought back. Reads `gone` first: a row that is already changed is not locked.
 */
export const undeleteCase = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<{ is_over: boolean; restorable_days: number }>(sql`
    with gone as (
      select cases.deleted_at, organizations.restorable_days,
        days_after(cases.deleted_at, organizations.restorable_days) <= clock_timestamp()
          and not is_held(cases.organization_uuid, cases.uuid) as is_over
      from cases
      join organizations on organizations.uuid = cases.organization_uuid
      where cases.organization_uuid = ${organization_uuid} and cases.uuid = ${uuid} and cases.deleted_at is not null
      for update of cases
    ), calls_back as (
      update calls set deleted_at = null, deleted_by = null
      from gone
      where organization_uuid = ${organization_uuid} and case_uuid = ${uuid} and calls.deleted_at = gone.deleted_at
        and not gone.is_over
    ), case_back as (
      update cases set deleted_at = null, deleted_by = null
      from gone
      where organization_uuid = ${organization_uuid} and uuid = ${uuid} and not gone.is_over
    )
    select is_over, restorable_days from gone`);
