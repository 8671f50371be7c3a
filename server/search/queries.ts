import type { SearchQuery } from '@pharos/contract/search.ts';
import sql, { join, type Sql } from 'sql-template-tag';
import { type CallColumns, callColumns, callTime, withNumber } from '../calls/queries.ts';
import { atLocations } from '../platform/auth/queries.ts';
import type { Transaction } from '../platform/database/database.ts';

/** A document that is in no segment yet. */
export type PendingDocument = { transcript_uuid: string; call_uuid: string; created_at: string };

export const selectPending = (tx: Transaction, organization_uuid: string) =>
  tx.rows<PendingDocument>(sql`
    select transcript_uuid, call_uuid, created_at from search_documents
    where organization_uuid = ${organization_uuid} and segment_uuid is null and not is_retired`);

export const selectDocuments = (tx: Transaction, organization_uuid: string, transcript_uuids: string[]) =>
  tx.rows<{ transcript_uuid: string; bytes: Buffer }>(sql`
    select transcript_uuid, document as bytes from search_documents
    where organization_uuid = ${organization_uuid} and transcript_uuid = any(${transcript_uuids}::uuid[])`);

export const selectSegments = (tx: Transaction, organization_uuid: string) =>
  tx.rows<{ uuid: string; level: number; size: number }>(sql`
    select uuid, level, size from search_segments where organization_uuid = ${organization_uuid}`);

export const selectSegmentDocuments = (tx: Transaction, organization_uuid: string, uuids: string[]) =>
  tx.rows<{ uuid: string; documents: Buffer }>(sql`
    select uuid, documents from search_segments
    where organization_uuid = ${organization_uuid} and uuid = any(${uuids}::uuid[])`);

type TermRow = { segment_uuid: string; term: string; stem: string | null; documents: Buffer };
const termColumns = sql`segment_uuid, term, stem, documents`;

export const selectTerms = (tx: Transaction, organization_uuid: string, segments: string[], terms: string[]) =>
  tx.rows<TermRow>(sql`
    select ${termColumns} from search_terms
    where organization_uuid = ${organization_uuid} and segment_uuid = any(${segments}::uuid[])
      and term = any(${terms}::text[])`);

export const selectStems = (tx: Transaction, organization_uuid: string, segments: string[], stems: string[]) =>
  tx.rows<TermRow>(sql`
    select ${termColumns} from search_terms
    where organization_uuid = ${organization_uuid} and segment_uuid = any(${segments}::uuid[])
      and stem = any(${stems}::text[])`);

/** Words of segments that begin with a prefix, without where they are. */
export const selectWordsWith = (tx: Transaction, organization_uuid: string, segments: string[], prefix: string) =>
  tx.rows<{ term: string }>(sql`
    select distinct term from search_terms
    where organization_uuid = ${organization_uuid} and segment_uuid = any(${segments}::uuid[])
      and term >= ${prefix} and term < ${`${prefix}\u{10ffff}`}`);

/** Terms that begin with a prefix, in the order of bytes. */
export const selectPrefix = (tx: Transaction, organization_uuid: string, segments: string[], prefix: string) =>
  tx.rows<TermRow>(sql`
    select ${termColumns} from search_terms
    where organization_uuid = ${organization_uuid} and segment_uuid = any(${segments}::uuid[])
      and term >= ${prefix} and term < ${`${prefix}\u{10ffff}`}`);

export type FoundCall = CallColumns & { transcript_uuid: string };

/** Calls, of those given, whose words are still these and which the filter lets through. */
export const selectFound = (
  tx: Transaction,
  organization_uuid: string,
  transcript_uuids: string[],
  filter: Partial<SearchQuery>,
  location_uuids: string[] | null,
) =>
  tx.rows<FoundCall>(sql`
    select ${callColumns}, calls.transcript_uuid
    ${fromFound(organization_uuid, transcript_uuids, filter, location_uuids)}`);

export const countFound = (
  tx: Transaction,
  organization_uuid: string,
  transcript_uuids: string[],
  filter: Partial<SearchQuery>,
  location_uuids: string[] | null,
) =>
  tx.one<{ calls: number }>(sql`
    select count(*) as calls ${fromFound(organization_uuid, transcript_uuids, filter, location_uuids)}`);

const fromFound = (
  organization_uuid: string,
  transcript_uuids: string[],
  filter: Partial<SearchQuery>,
  location_uuids: string[] | null,
): Sql => {
  const conditions: (Sql | false | null)[] = [
    sql`calls.organization_uuid = ${organization_uuid} and cases.organization_uuid = ${organization_uuid}`,
    sql`calls.transcript_uuid = any(${transcript_uuids}::uuid[])`,
    sql`calls.deleted_at is null and cases.deleted_at is null`,
    location_uuids && atLocations(location_uuids),
    filter.case_uuid !== undefined && sql`calls.case_uuid = ${filter.case_uuid}`,
    filter.location_uuid !== undefined && sql`cases.location_uuid = ${filter.location_uuid}`,
    filter.created_by !== undefined && sql`calls.created_by = ${filter.created_by}`,
    filter.is_fully_labelled !== undefined && sql`calls.is_fully_labelled = ${filter.is_fully_labelled}`,
    filter.from !== undefined && sql`${callTime} >= ${filter.from}::timestamptz`,
    filter.to !== undefined && sql`${callTime} <= ${filter.to}::timestamptz`,
    filter.direction !== undefined && sql`calls.direction = ${filter.direction}`,
    filter.number !== undefined && withNumber(filter.number),
    filter.has_recording !== undefined &&
      sql`${filter.has_recording} = exists (
        select from recordings
        where recordings.organization_uuid = ${organization_uuid} and recordings.call_uuid = calls.uuid
          and recordings.deleted_at is null)`,
  ];
  return sql`
    from calls
    join cases on cases.organization_uuid = calls.organization_uuid and cases.uuid = calls.case_uuid
    where ${join(conditions.filter(Boolean), ' and ')}`;
};

type Unindexed = {
  organization_uuid: string;
  uuid: string;
  created_at: string;
  started_at: string | null;
  transcript_uuid: string;
  document_uuid: string;
};

/** Calls whose words are not indexed yet. `document_uuid` is the transcript's, under which its document is kept. */
export const selectUnindexed = (tx: Transaction, organization_uuid: string, limit: number) =>
  tx.rows<Unindexed>(sql`
    select calls.organization_uuid, calls.uuid, calls.created_at, calls.started_at, calls.transcript_uuid,
      calls.transcript_uuid as document_uuid
    from calls
    left join search_documents on search_documents.organization_uuid = ${organization_uuid}
      and search_documents.transcript_uuid = calls.transcript_uuid
    where calls.organization_uuid = ${organization_uuid} and calls.transcript_uuid is not null
      and search_documents.transcript_uuid is null
    limit ${limit}`);

/** Own trade words of an organization, and whether every call with words is in its index. */
export const findSearchSettings = (tx: Transaction, organization_uuid: string) =>
  tx.one<{ trade_words: string[][]; is_indexed: boolean }>(sql`
    select trade_words, is_indexed from organizations where uuid = ${organization_uuid}`);

/** Marks an organization's index as complete, or as being built. */
export const markIndexed = (tx: Transaction, organization_uuid: string, is_indexed: boolean) =>
  tx.rows(
    sql`update organizations set is_indexed = ${is_indexed} where uuid = ${organization_uuid} and is_indexed <> ${is_indexed}`,
  );

export const countIndexed = async (tx: Transaction, organization_uuid: string) => {
  const row = await tx.row<{ done: number; total: number }>(sql`
    select count(search_documents.transcript_uuid) as done, count(*) as total from calls
    left join search_documents on search_documents.organization_uuid = ${organization_uuid}
      and search_documents.transcript_uuid = calls.transcript_uuid
    where calls.organization_uuid = ${organization_uuid} and calls.transcript_uuid is not null`);
  return row as NonNullable<typeof row>;
};

/** Segments that hold documents of these calls, or did when the calls had another time. */
export const selectSegmentsOf = (tx: Transaction, organization_uuid: string, call_uuids: string[]) =>
  tx.rows<{ segment_uuid: string | null }>(sql`
    select distinct unnest(left_segments || segment_uuid) as segment_uuid from search_documents
    where organization_uuid = ${organization_uuid} and call_uuid = any(${call_uuids}::uuid[])`);

/** Puts the documents of a segment back among those that wait for one. */
export const releaseDocuments = (tx: Transaction, organization_uuid: string, segment_uuid: string) =>
  tx.rows(sql`
    update search_documents set segment_uuid = null
    where organization_uuid = ${organization_uuid} and segment_uuid = ${segment_uuid}`);

export const deleteSegment = async (tx: Transaction, organization_uuid: string, uuid: string) => {
  await tx.rows(sql`
    delete from search_terms where organization_uuid = ${organization_uuid} and segment_uuid = ${uuid}`);
  await tx.rows(sql`delete from search_segments where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);
};

/** Waits until nobody else works on the index. */
export const takeIndex = (tx: Transaction, organization_uuid: string) =>
  tx.rows(sql`select pg_advisory_xact_lock(hashtextextended('search ' || ${organization_uuid}::text, 0))`);

export const lockIndex = (tx: Transaction, organization_uuid: string) =>
  tx.row<{ locked: boolean }>(sql`
    select pg_try_advisory_xact_lock(hashtextextended('search ' || ${organization_uuid}::text, 0)) as locked`);

/** Documents that wait for a segment, oldest call first, each with whether its call still has these words. */
export const selectWaiting = (tx: Transaction, organization_uuid: string, limit: number) =>
  tx.rows<PendingDocument & { is_current: boolean }>(sql`
    select search_documents.transcript_uuid, search_documents.call_uuid, search_documents.created_at,
      coalesce(calls.transcript_uuid = search_documents.transcript_uuid, false) as is_current
    from search_documents
    left join calls on calls.organization_uuid = ${organization_uuid} and calls.uuid = search_documents.call_uuid
    where search_documents.organization_uuid = ${organization_uuid} and search_documents.segment_uuid is null
      and not search_documents.is_retired
    order by search_documents.created_at, search_documents.call_uuid
    limit ${limit}`);

/** Documents of these segments, each with whether its call still has these words. */
export const selectAssigned = (tx: Transaction, organization_uuid: string, segment_uuids: string[]) =>
  tx.rows<{ transcript_uuid: string; segment_uuid: string; is_current: boolean }>(sql`
    select search_documents.transcript_uuid, search_documents.segment_uuid,
      coalesce(calls.transcript_uuid = search_documents.transcript_uuid, false) as is_current
    from search_documents
    left join calls on calls.organization_uuid = ${organization_uuid} and calls.uuid = search_documents.call_uuid
    where search_documents.organization_uuid = ${organization_uuid}
      and search_documents.segment_uuid = any(${segment_uuids}::uuid[])`);

export const retireDocuments = (tx: Transaction, organization_uuid: string, transcript_uuids: string[]) =>
  tx.rows(sql`
    update search_documents set is_retired = true, segment_uuid = null
    where organization_uuid = ${organization_uuid} and transcript_uuid = any(${transcript_uuids}::uuid[])`);

export const assignDocuments = (
  tx: Transaction,
  organization_uuid: string,
  transcript_uuids: string[],
  segment_uuid: string,
) =>
  tx.rows(sql`
    update search_documents set segment_uuid = ${segment_uuid}, is_retired = false
    where organization_uuid = ${organization_uuid} and transcript_uuid = any(${transcript_uuids}::uuid[])`);

export const insertSegment = (
  tx: Transaction,
  organization_uuid: string,
  segment: { uuid: string; level: number; size: number; documents: Uint8Array },
) =>
  tx.rows(sql`
    insert into search_segments (organization_uuid, uuid, level, size, documents)
    values (${organization_uuid}, ${segment.uuid}, ${segment.level}, ${segment.size}, ${segment.documents})`);

export const insertTerms = (
  tx: Transaction,
  organization_uuid: string,
  segment_uuid: string,
  terms: readonly { term: string; stem: string | null; documents: Uint8Array }[],
) =>
  tx.rows(sql`
    insert into search_terms (organization_uuid, segment_uuid, term, stem, documents)
    values ${join(
      terms.map(
        ({ term, stem, documents }) => sql`(${organization_uuid}, ${segment_uuid}, ${term}, ${stem}, ${documents})`,
      ),
    )}`);

export const selectTermsOfSegment = (tx: Transaction, organization_uuid: string, segment_uuid: string) =>
  tx.rows<{ term: string; documents: Buffer }>(sql`
    select term, documents from search_terms
    where organization_uuid = ${organization_uuid} and segment_uuid = ${segment_uuid}`);

export const findLocation = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<{ uuid: string }>(sql`
    select uuid from locations where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

export type IndexedCall = {
  organization_uuid: string;
  uuid: string;
  transcript_uuid: string;
  is_indexed: boolean;
  segment_uuid: string | null;
};

/** Calls with a transcript, by their uuids, each with where its document is. */
export const selectIndexed = (tx: Transaction, organization_uuid: string, after: string | null, limit: number) =>
  tx.rows<IndexedCall>(sql`
    select calls.organization_uuid, calls.uuid, calls.transcript_uuid,
      search_documents.transcript_uuid is not null and not search_documents.is_retired as is_indexed,
      search_documents.segment_uuid
    from calls
    left join search_documents on search_documents.organization_uuid = ${organization_uuid}
      and search_documents.transcript_uuid = calls.transcript_uuid
    where calls.organization_uuid = ${organization_uuid} and calls.transcript_uuid is not null
      and (${after}::uuid is null or calls.uuid > ${after}::uuid)
    order by calls.uuid
    limit ${limit}`);

export const selectTermsOfDocument = (
  tx: Transaction,
  organization_uuid: string,
  segment_uuid: string,
  terms: string[],
) =>
  tx.rows<{ term: string }>(sql`
    select term from search_terms
    where organization_uuid = ${organization_uuid} and segment_uuid = ${segment_uuid} and term = any(${terms}::text[])`);

/** Removes the whole index of an organization. */
export const deleteIndex = async (tx: Transaction, organization_uuid: string) => {
  await tx.rows(sql`delete from search_terms where organization_uuid = ${organization_uuid}`);
  await tx.rows(sql`delete from search_segments where organization_uuid = ${organization_uuid}`);
  await tx.rows(sql`delete from search_documents where organization_uuid = ${organization_uuid}`);
};
