import type { Case } from '@pharos/contract/cases.ts';
import sql, { empty, type Sql } from 'sql-template-tag';
import { callTime } from '../calls/queries.ts';
import { caseColumns } from '../cases/queries.ts';
import { atLocations } from '../platform/auth/queries.ts';
import type { Transaction } from '../platform/database/database.ts';
import { nextTime } from '../platform/database/write.ts';

/** A case that a call is moved between, locked with `now`, the time of its next state. */
export type LockedEnd = {
  uuid: string;
  organization_uuid: string;
  location_uuid: string | null;
  identified: boolean;
  deleted_at: string | null;
  on_hold: boolean;
  version: number;
  now: string;
};

/** Cases, deleted or not, locked in one order by everybody. */
export const lockCases = (tx: Transaction, organization_uuid: string, uuids: string[]) =>
  tx.rows<LockedEnd>(sql`
    select cases.uuid, cases.organization_uuid, cases.location_uuid, cases.identified, cases.deleted_at, cases.version,
      ${nextTime(sql`cases.updated_at`)} as now,
      exists (
        select from holds
        where holds.organization_uuid = ${organization_uuid} and holds.case_uuid = cases.uuid
          and holds.released_at is null) as on_hold
    from cases
    where cases.organization_uuid = ${organization_uuid} and cases.uuid = any(${uuids}::uuid[])
    order by cases.uuid
    for update of cases`);

export const hasCalls = (tx: Transaction, organization_uuid: string, case_uuid: string) =>
  tx.row(sql`
    select from calls
    where organization_uuid = ${organization_uuid} and case_uuid = ${case_uuid} and deleted_at is null
    limit 1`);

export const markEmptyCaseDeleted = (tx: Transaction, { organization_uuid, uuid, now }: LockedEnd, by: string) =>
  tx.rows(sql`
    update cases set deleted_at = ${now}, deleted_by = ${by}
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

export const markCaseBack = (tx: Transaction, { organization_uuid, uuid }: LockedEnd) =>
  tx.rows(sql`
    update cases set deleted_at = null, deleted_by = null
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

const within = (location_uuids: string[] | null): Sql =>
  location_uuids ? sql`and ${atLocations(location_uuids)}` : empty;

type NumberMatch = { case_uuid: string; call_uuid: string; at: string; text: string };

/** Latest calls of other, identified cases that were with one of these numbers, newest first. */
export const selectCallsWith = (
  tx: Transaction,
  organization_uuid: string,
  { case_uuid, numbers }: { case_uuid: string; numbers: string[] },
  location_uuids: string[] | null,
) =>
  tx.rows<NumberMatch>(sql`
    select calls.case_uuid, calls.uuid as call_uuid, ${callTime} as at,
      case when calls.from_e164 = any(${numbers}::text[]) then calls."from" else calls."to" end as text
    from calls
    join cases on cases.organization_uuid = ${organization_uuid} and cases.uuid = calls.case_uuid
    where calls.organization_uuid = ${organization_uuid} and calls.deleted_at is null
      and (calls.from_e164 = any(${numbers}::text[]) or calls.to_e164 = any(${numbers}::text[]))
      and cases.uuid <> ${case_uuid} and cases.deleted_at is null and cases.identified ${within(location_uuids)}
    order by ${callTime} desc, calls.uuid
    limit 50`);

/** Identified cases with a name, newest first. */
export const selectNamedCases = (
  tx: Transaction,
  organization_uuid: string,
  case_uuid: string,
  location_uuids: string[] | null,
) =>
  tx.rows<Case>(sql`
    select ${caseColumns} from cases
    where cases.organization_uuid = ${organization_uuid} and cases.uuid <> ${case_uuid} and cases.deleted_at is null
      and cases.identified and cases.last_name is not null ${within(location_uuids)}
    order by cases.created_at desc, cases.uuid desc
    limit 500`);
