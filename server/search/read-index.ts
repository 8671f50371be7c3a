import type { Transaction } from '../platform/database/database.ts';
import type { GiveWay } from '../platform/worker-pool/give-way.ts';
import { ByteReader } from '../transcripts/search/bytes.ts';
import { type Document, readDocument } from '../transcripts/search/document.ts';
import { keyOf, type Matcher } from '../transcripts/search/expression.ts';
import { accepting } from '../transcripts/search/match.ts';
import { countsOf, MAX_COUNT, readDocuments } from '../transcripts/search/segment.ts';
import { counts, documents, type ReadDocument, type SegmentDocuments, segments } from './index-cache.ts';
import { selectDocuments, selectPrefix, selectSegmentDocuments, selectStems, selectTerms } from './queries.ts';

/** Documents by their transcripts, from memory or, all that is missing at once, from the database. */
export const readDocumentsOf = async (
  tx: Transaction,
  organization_uuid: string,
  transcript_uuids: readonly string[],
  giveWay: GiveWay,
): Promise<Map<string, ReadDocument>> => {
  const found = new Map<string, ReadDocument>();
  const missing = transcript_uuids.filter((uuid) => {
    const known = documents.get(uuid);
    if (known) found.set(uuid, known);
    return !known;
  });
  if (missing.length === 0) return found;
  for (const { transcript_uuid, bytes } of await selectDocuments(tx, organization_uuid, missing)) {
    await giveWay();
    const document: Document = readDocument(bytes);
    let counted: Map<string, number> | undefined;
    const read = { document, counts: () => (counted ??= countsOf(document)) };
    documents.set(transcript_uuid, read);
    found.set(transcript_uuid, read);
  }
  return found;
};

/** The documents of segments, by the segments' uuids. */
export const readSegments = async (
  tx: Transaction,
  organization_uuid: string,
  uuids: readonly string[],
): Promise<Map<string, SegmentDocuments>> => {
  const found = new Map<string, SegmentDocuments>();
  const missing = uuids.filter((uuid) => {
    const known = segments.get(uuid);
    if (known) found.set(uuid, known);
    return !known;
  });
  if (missing.length === 0) return found;
  for (const { uuid, documents: bytes } of await selectSegmentDocuments(tx, organization_uuid, missing)) {
    const read = unpackDocuments(bytes);
    segments.set(uuid, read);
    found.set(uuid, read);
  }
  return found;
};

/** Packed: for each document the uuids of its transcript and its call, and its time. */
export const unpackDocuments = (bytes: Uint8Array): SegmentDocuments => {
  const reader = new ByteReader(bytes);
  const read: SegmentDocuments = { transcript_uuids: [], call_uuids: [], created_at: [] };
  while (reader.at < reader.bytes.length) {
    read.transcript_uuids.push(reader.text());
    read.call_uuids.push(reader.text());
    read.created_at.push(reader.text());
  }
  return read;
};

/** Counts of every matcher in every segment: from memory or, all that is missing at once, from the database. */
export const readCounts = async (
  tx: Transaction,
  organization_uuid: string,
  sizes: ReadonlyMap<string, number>,
  matchers: readonly Matcher[],
  giveWay: GiveWay,
): Promise<(segment_uuid: string, matcher: Matcher) => Uint8Array> => {
  const uuids = [...sizes.keys()];
  const known = new Map<string, Uint8Array>();
  const key = (segment_uuid: string, matcher: Matcher) => `${segment_uuid} ${keyOf(matcher)}`;
  const missing = matchers.filter((matcher) => {
    const lists = uuids.map((uuid) => counts.get(key(uuid, matcher)));
    for (const [index, list] of lists.entries()) if (list) known.set(key(uuids[index] as string, matcher), list);
    return lists.includes(undefined);
  });
  if (missing.length > 0 && uuids.length > 0) {
    for (const matcher of missing)
      for (const [uuid, size] of sizes) known.set(key(uuid, matcher), new Uint8Array(size));
    const rows = await selectAll(tx, organization_uuid, uuids, missing);
    for (const matcher of missing) {
      await giveWay();
      const accepts = accepting(matcher);
      for (const { segment_uuid, term, documents } of rows)
        if (accepts(term)) addCounts(known.get(key(segment_uuid, matcher)) as Uint8Array, documents);
      for (const uuid of uuids) counts.set(key(uuid, matcher), known.get(key(uuid, matcher)) as Uint8Array);
    }
  }
  return (segment_uuid, matcher) => known.get(key(segment_uuid, matcher)) as Uint8Array;
};

const selectAll = async (tx: Transaction, organization_uuid: string, uuids: string[], missing: readonly Matcher[]) => {
  const terms = missing.flatMap((matcher) => ('term' in matcher ? [matcher.term] : []));
  const stems = missing.flatMap((matcher) => ('stem' in matcher ? [matcher.stem] : []));
  const prefixes = missing.flatMap((matcher) => ('prefix' in matcher ? [matcher.prefix] : []));
  const asked = [
    ...(terms.length > 0 ? [selectTerms(tx, organization_uuid, uuids, terms)] : []),
    ...(stems.length > 0 ? [selectStems(tx, organization_uuid, uuids, stems)] : []),
    ...prefixes.map((prefix) => selectPrefix(tx, organization_uuid, uuids, prefix)),
  ];
  const rows = (await Promise.all(asked)).flat();
  return [...new Map(rows.map((row) => [`${row.segment_uuid} ${row.term}`, row])).values()];
};

const addCounts = (list: Uint8Array, bytes: Uint8Array) => {
  for (const [number, count] of readDocuments(bytes))
    list[number] = Math.min((list[number] as number) + count, MAX_COUNT);
};
