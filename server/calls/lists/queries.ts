import type { Query } from '@pharos/contract/table/route.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import sql, { join, type Sql } from 'sql-template-tag';
import { atLocations } from '../../platform/auth/queries.ts';
import { selectBounded } from '../../platform/database/bounded-rows.ts';
import type { Transaction } from '../../platform/database/database.ts';
import type { Slice } from '../../platform/http/cursor.ts';
import { type CallColumns, callColumns, callTime, withNumber } from '../queries.ts';

export const selectCalls = (
  tx: Transaction,
  organization_uuid: string,
  filter: Query<Routes['calls']['list']>,
  location_uuids: string[] | null,
  { after, limit }: Slice,
) => {
  const conditions: (Sql | false | null)[] = [
    sql`calls.organization_uuid = ${organization_uuid} and calls.deleted_at is null`,
    after && sql`(${callTime}, calls.uuid) < (${after.created_at}::timestamptz, ${after.uuid}::uuid)`,
    filter.case_uuid !== undefined && sql`calls.case_uuid = ${filter.case_uuid}`,
    filter.is_fully_labelled !== undefined && sql`calls.is_fully_labelled = ${filter.is_fully_labelled}`,
    filter.has_transcript !== undefined && sql`(calls.transcript_uuid is not null) = ${filter.has_transcript}`,
    filter.has_recording !== undefined &&
      sql`${filter.has_recording} = exists (
      select from recordings
      where recordings.organization_uuid = ${organization_uuid} and recordings.call_uuid = calls.uuid
        and recordings.deleted_at is null)`,
    filter.created_after !== undefined && sql`calls.created_at > ${filter.created_after}::timestamptz`,
    filter.created_before !== undefined && sql`calls.created_at < ${filter.created_before}::timestamptz`,
    filter.started_after !== undefined && sql`${callTime} > ${filter.started_after}::timestamptz`,
    filter.started_before !== undefined && sql`${callTime} < ${filter.started_before}::timestamptz`,
    filter.direction !== undefined && sql`calls.direction = ${filter.direction}`,
    filter.number !== undefined && withNumber(filter.number),
    filter.source_call_id !== undefined && sql`calls.source_call_id = ${filter.source_call_id}`,
    filter.assembly_ai_id !== undefined && sql`calls.provider_metadata ->> 'assembly_ai_id' = ${filter.assembly_ai_id}`,
    location_uuids &&
      sql`exists (
      select from cases
      where cases.organization_uuid = ${organization_uuid} and cases.uuid = calls.case_uuid
        and ${atLocations(location_uuids)})`,
    filter.review !== undefined && inReview(organization_uuid, filter.review),
    filter.identified !== undefined &&
      sql`${filter.identified} = exists (
      select from cases
      where cases.organization_uuid = ${organization_uuid} and cases.uuid = calls.case_uuid and cases.identified)`,
    filter.external_id !== undefined &&
      sql`exists (
      select from cases
      where cases.organization_uuid = ${organization_uuid} and cases.uuid = calls.case_uuid
        and cases.external_id = ${filter.external_id})`,
  ];
  return selectBounded<CallColumns & { transcript_uuid: string | null }>(tx, {
    query: sql`
      select ${callColumns}, calls.transcript_uuid
      from calls
      where ${join(conditions.filter(Boolean), ' and ')}
      order by ${callTime} desc, calls.uuid desc
      limit ${limit}`,
    order: sql`coalesce(started_at, created_at) desc, uuid desc`,
    size: freeFieldsSize,
  });
};

/** Calls with values that wait for a decision, or with values that all have one. */
const inReview = (organization_uuid: string, review: 'open' | 'done'): Sql => {
  const values = sql`
    select from generation_values
    where generation_values.organization_uuid = ${organization_uuid} and generation_values.call_uuid = calls.uuid
      and generation_values.proposed`;
  const open = sql`exists (${values} and generation_values.decision is null)`;
  return review === 'open' ? open : sql`(exists (${values}) and not ${open})`;
};

/** Bytes of what a call's writer is free to fill: up to two MiB. */
const freeFieldsSize = sql`octet_length(speaker_labels::text) + coalesce(octet_length(provider_metadata::text), 0)`;

/** Calls of a case that one answer has at most. */
const MOST_OF_CASE = 1_000;

/** Condition that a call is not a part of another, which is not to be restored by itself. */
const isNoPart = (organization_uuid: string) => sql`
  not exists (
    select from call_joins
    where call_joins.organization_uuid = ${organization_uuid} and call_joins.part_uuid = calls.uuid)`;

/** The calls of a case as far as one answer goes, oldest first, each with `deleted_at`; none that is joined to another. */
export const selectCallsOfCase = async (
  tx: Transaction,
  organization_uuid: string,
  case_uuid: string,
  include_deleted: boolean,
) => {
  const calls = await selectBounded<CallColumns & { transcript_uuid: string | null; deleted_at: string | null }>(tx, {
    query: sql`
      select ${callColumns}, calls.transcript_uuid, calls.deleted_at
      from calls
      where organization_uuid = ${organization_uuid} and case_uuid = ${case_uuid}
        ${include_deleted ? sql`and ${isNoPart(organization_uuid)}` : sql`and deleted_at is null`}
      order by ${callTime}, uuid
      limit ${MOST_OF_CASE + 1}`,
    order: sql`coalesce(started_at, created_at), uuid`,
    size: freeFieldsSize,
  });
  return {
    calls: calls.rows.slice(0, MOST_OF_CASE),
    has_more: calls.found > Math.min(calls.rows.length, MOST_OF_CASE),
  };
};
