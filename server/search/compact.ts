import { randomUUID } from 'node:crypto';
import { setImmediate as pause } from 'node:timers/promises';
import type { OpenTransaction, ScopedDatabase } from '../platform/database/database.ts';
import { openGiveWay } from '../platform/worker-pool/give-way.ts';
import { ByteWriter } from '../transcripts/search/bytes.ts';
import { stemOf } from '../transcripts/search/forms.ts';
import { isReading } from '../transcripts/search/match.ts';
import { mergeSegments, type SegmentTerms, segmentOf } from '../transcripts/search/segment.ts';
import { newestFirst } from './call-order.ts';
import type { SegmentDocuments } from './index-cache.ts';
import {
  assignDocuments,
  deleteSegment,
  insertSegment,
  insertTerms,
  lockIndex,
  type PendingDocument,
  retireDocuments,
  selectAssigned,
  selectSegments,
  selectTermsOfSegment,
  selectWaiting,
} from './queries.ts';
import { readDocumentsOf, readSegments } from './read-index.ts';

/** Documents wait until there are so many: a search reads each of them by itself. */
const ENOUGH = 64;
const MOST = 1024;
/** Number of segments of one level that are merged into one of the next. */
const FAN_IN = 8;
/** Documents of a segment, at most: rewriting larger ones would gain little. */
const LARGEST = 65_536;
/** Rows of one INSERT: few enough that nobody waits long for their turn. */
const ROWS = 500;

/**
 * Puts waiting documents into segments, and small segments into larger ones, one transaction a step, until nothing is
 * left to do. With `all`, even a few documents become a segment. Searches continue during it and find the same.
 */
export const compact = async (
  database: ScopedDatabase,
  organization_uuid: string,
  { all = false, signal }: { all?: boolean; signal?: AbortSignal } = {},
): Promise<void> => {
  while (!signal?.aborted) {
    const did = await database.transaction(async (tx) => {
      const lock = await lockIndex(tx, organization_uuid);
      if (!lock?.locked) return false;
      return (await gather(tx, organization_uuid, all ? 1 : ENOUGH)) || (await merge(tx, organization_uuid));
    });
    if (!did) return;
    await pause();
  }
};

const gather = async (tx: OpenTransaction, organization_uuid: string, enough: number): Promise<boolean> => {
  const waiting = await selectWaiting(tx, organization_uuid, MOST);
  if (waiting.length < enough) return false;
  const gone = waiting.filter(({ is_current }) => !is_current).map(({ transcript_uuid }) => transcript_uuid);
  if (gone.length > 0) await retireDocuments(tx, organization_uuid, gone);
  const current = waiting.filter(({ is_current }) => is_current);
  if (current.length === 0) return true;
  const read = await readDocumentsOf(
    tx,
    organization_uuid,
    current.map(({ transcript_uuid }) => transcript_uuid),
    openGiveWay(),
  );
  const documents = current.map(({ transcript_uuid }) => {
    const found = read.get(transcript_uuid);
    if (!found) throw new Error('a search document is missing');
    return found.document;
  });
  await keep(tx, organization_uuid, current, segmentOf(documents), 0);
  return true;
};

const merge = async (tx: OpenTransaction, organization_uuid: string): Promise<boolean> => {
  const segments = await selectSegments(tx, organization_uuid);
  const level = [...new Set(segments.map((segment) => segment.level))]
    .sort((one, other) => one - other)
    .find((one) => {
      const same = segments.filter((segment) => segment.level === one);
      return same.length >= FAN_IN && same.reduce((sum, { size }) => sum + size, 0) <= LARGEST;
    });
  if (level === undefined) return false;
  const merged = segments.filter((segment) => segment.level === level);
  const uuids = merged.map(({ uuid }) => uuid);
  const lists = await readSegments(tx, organization_uuid, uuids);
  const all = uuids.flatMap((uuid) => entriesOf(uuid, lists.get(uuid) as SegmentDocuments));
  const assigned = await selectAssigned(tx, organization_uuid, uuids);
  const current = new Set(assigned.filter(({ is_current }) => is_current).map(keyOf));
  const kept = all
    // Once only, and not where a segment still has it with a time of before.
    .filter((entry) => current.delete(keyOf(entry)))
    .sort((one, other) => newestFirst(other, one));
  const place = new Map(kept.map(({ segment_uuid, number }, index) => [`${segment_uuid} ${number}`, index]));
  const parts = [];
  for (const uuid of uuids) {
    const { call_uuids } = lists.get(uuid) as SegmentDocuments;
    const numbers = Int32Array.from(call_uuids, (_call, number) => place.get(`${uuid} ${number}`) ?? -1);
    const rows = await selectTermsOfSegment(tx, organization_uuid, uuid);
    parts.push({ terms: new Map(rows.map(({ term, documents }) => [term, documents])), numbers });
    await pause();
  }
  const retired = assigned.filter(({ is_current }) => !is_current).map(({ transcript_uuid }) => transcript_uuid);
  if (retired.length > 0) await retireDocuments(tx, organization_uuid, retired);
  if (kept.length > 0) await keep(tx, organization_uuid, kept, mergeSegments(parts), level + 1);
  for (const uuid of uuids) await deleteSegment(tx, organization_uuid, uuid);
  return true;
};

const entriesOf = (segment_uuid: string, { transcript_uuids, call_uuids, created_at }: SegmentDocuments) =>
  transcript_uuids.map((transcript_uuid, number) => ({
    segment_uuid,
    number,
    transcript_uuid,
    call_uuid: call_uuids[number] as string,
    created_at: created_at[number] as string,
  }));

const keyOf = (document: { segment_uuid: string; transcript_uuid: string }) =>
  `${document.segment_uuid} ${document.transcript_uuid}`;

const keep = async (
  tx: OpenTransaction,
  organization_uuid: string,
  documents: readonly PendingDocument[],
  terms: SegmentTerms,
  level: number,
) => {
  const uuid = randomUUID();
  const segment = { uuid, level, size: documents.length, documents: packDocuments(documents) };
  await insertSegment(tx, organization_uuid, segment);
  const rows = [...terms].map(([term, bytes]) => ({
    term,
    stem: isReading(term) ? null : stemOf(term),
    documents: bytes,
  }));
  for (let from = 0; from < rows.length; from += ROWS)
    await insertTerms(tx, organization_uuid, uuid, rows.slice(from, from + ROWS));
  await assignDocuments(
    tx,
    organization_uuid,
    documents.map(({ transcript_uuid }) => transcript_uuid),
    uuid,
  );
};

const packDocuments = (documents: readonly PendingDocument[]): Buffer => {
  const writer = new ByteWriter();
  for (const { transcript_uuid, call_uuid, created_at } of documents) {
    writer.text(transcript_uuid);
    writer.text(call_uuid);
    writer.text(created_at);
  }
  return writer.done();
};
