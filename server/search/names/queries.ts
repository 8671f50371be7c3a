import sql, { join, type Sql } from 'sql-template-tag';
import { type CallColumns, callColumns, callTime } from '../../calls/queries.ts';
import { atLocations } from '../../platform/auth/queries.ts';
import type { Transaction } from '../../platform/database/database.ts';
import type { StoredJson } from '../../platform/json/stored-json.ts';

/** Names of cases and users, each once. */
export const selectNames = (tx: Transaction, organization_uuid: string) =>
  tx.rows<{ name: string }>(sql`
    select concat_ws(' ', first_name, last_name) as name from cases
    where organization_uuid = ${organization_uuid} and deleted_at is null
    union
    select name from users where organization_uuid = ${organization_uuid} and name is not null`);

/** Calls in which somebody has a label, the latest first. */
export const selectLabels = (tx: Transaction, organization_uuid: string) =>
  tx.rows<{ uuid: string; speaker_labels: StoredJson }>(sql`
    select uuid, speaker_labels from calls
    where organization_uuid = ${organization_uuid} and deleted_at is null and speaker_labels::text <> '{}'
    order by ${callTime} desc, uuid desc`);

/** State of an organization's calls: another one wherever a label may be another. */
export const findCallsState = (tx: Transaction, organization_uuid: string) =>
  tx.one<{ calls: number; changed_at: string | null; deleted_at: string | null }>(sql`
    select count(*) filter (where deleted_at is null) as calls, max(updated_at) as changed_at,
      max(deleted_at) as deleted_at
    from calls where organization_uuid = ${organization_uuid}`);

const visible = (organization_uuid: string, location_uuids: string[] | null): (Sql | null)[] => [
  sql`calls.organization_uuid = ${organization_uuid} and cases.organization_uuid = ${organization_uuid}`,
  sql`calls.deleted_at is null and cases.deleted_at is null`,
  location_uuids && atLocations(location_uuids),
];

/** Calls that somebody may see, which a condition lets through, the latest first. */
export const selectVisibleCalls = (
  tx: Transaction,
  organization_uuid: string,
  location_uuids: string[] | null,
  condition: Sql,
  limit: number,
) =>
  tx.rows<CallColumns>(sql`
    select ${callColumns}
    from calls
    join cases on cases.organization_uuid = calls.organization_uuid and cases.uuid = calls.case_uuid
    where ${join([...visible(organization_uuid, location_uuids).filter((part) => part !== null), condition], ' and ')}
    order by ${callTime} desc, calls.uuid desc
    limit ${limit}`);

export const amongCalls = (uuids: string[]): Sql => sql`calls.uuid = any(${uuids}::uuid[])`;

/** Condition for calls from or to a number that ends with these digits. */
export const endsWith = (digits: string): Sql =>
  sql`(right(calls.from_e164, ${digits.length}) = ${digits} or right(calls.to_e164, ${digits.length}) = ${digits})`;

/** Condition for calls whose title, or else file name, has every word; or that the text itself is an id of. */
export const called = (text: string, words: readonly string[]): Sql => {
  const ids = sql`calls.source_call_id = ${text} or calls.provider_metadata ->> 'assembly_ai_id' = ${text}
    or calls.uuid::text = ${text.toLowerCase()}`;
  if (words.length === 0) return sql`(${ids})`;
  const title = sql`lower(coalesce(nullif(calls.title, ''), calls.file_name))`;
  const has = words.map((word) => sql`position(${word} in ${title}) > 0`);
  return sql`(${ids} or (${join(has, ' and ')}))`;
};
