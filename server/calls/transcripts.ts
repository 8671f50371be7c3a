import { WORDS_LIMIT } from '@pharos/contract/calls.ts';
import { LRUCache } from 'lru-cache';
import type { Transaction } from '../platform/database/database.ts';
import { StoredJson } from '../platform/json/stored-json.ts';
import { selectTranscriptSizes, selectTranscripts } from './queries.ts';

/** Bytes of unpacked transcripts that are kept at hand: about 160 hours of words. */
const MEMORY = 128 * 1024 * 1024;

// A transcript's row is never changed, so what was read under its uuid stays true: nothing has to be invalidated.
const atHand = new LRUCache<string, StoredJson>({ maxSize: MEMORY, sizeCalculation: ({ utf8 }) => utf8.length || 1 });

/** Keeps a transcript at hand that was just written: its writer is usually the first to read it. */
export const keepAtHand = (transcript_uuid: string, json: StoredJson): void => {
  atHand.set(transcript_uuid, json);
};

/** A row that names its transcript. */
type Named = { organization_uuid: string; transcript_uuid: string | null };

/** Transcripts that are fetched from the database together. */
const TOGETHER = 8;

/**
 * Reads the transcripts of rows, one after the other, from memory or from the database: no more than one of those that
 * were not at hand is unpacked at a time, so that many long calls do not fill the memory.
 */
export async function* eachTranscript<Row extends Named>(
  tx: Transaction,
  rows: readonly Row[],
): AsyncGenerator<{ row: Row; transcript: StoredJson | null }> {
  for (let from = 0; from < rows.length; from += TOGETHER) {
    const some = rows.slice(from, from + TOGETHER);
    const named = some.flatMap(({ transcript_uuid }) => transcript_uuid ?? []);
    const known = new Map(named.map((uuid) => [uuid, atHand.get(uuid)]));
    const packed = await selectPacked(tx, some[0]?.organization_uuid as string, known);
    const read = (uuid: string): StoredJson => {
      const zstd = packed.get(uuid);
      const json = known.get(uuid) ?? atHand.get(uuid) ?? (zstd ? StoredJson.unpack(zstd) : missingTranscript());
      if (zstd) keepAtHand(uuid, json);
      return json;
    };
    for (const row of some) yield { row, transcript: row.transcript_uuid === null ? null : read(row.transcript_uuid) };
  }
}

const selectPacked = async (
  tx: Transaction,
  organization_uuid: string,
  known: Map<string, StoredJson | undefined>,
): Promise<Map<string, Buffer>> => {
  const missing = [...known].filter(([, json]) => json === undefined).map(([uuid]) => uuid);
  const rows = missing.length === 0 ? [] : await selectTranscripts(tx, organization_uuid, missing);
  return new Map(rows.map(({ uuid, zstd }) => [uuid, zstd]));
};

/** Puts the transcripts of a few calls in their places. */
export const withTranscripts = async <Row extends Named>(tx: Transaction, rows: readonly Row[]) => {
  const calls: (Omit<Row, 'transcript_uuid'> & { transcript: StoredJson | null })[] = [];
  for await (const { row, transcript } of eachTranscript(tx, rows)) {
    const { transcript_uuid: _, ...call } = row;
    calls.push({ ...call, transcript });
  }
  return calls;
};

/**
 * Puts transcripts in the places of an answer's calls, the first ones first, as far as they have `WORDS_LIMIT` bytes
 * together: those of the other calls are left out, and said to be.
 */
export const withTranscriptsWithin = async <Row extends Named>(tx: Transaction, rows: Row[]) => {
  const named = rows.flatMap(({ transcript_uuid }) => transcript_uuid ?? []);
  const known = new Map(named.map((uuid) => [uuid, atHand.get(uuid)]));
  const organization_uuid = rows[0]?.organization_uuid as string;
  const packed = await selectWithin(tx, organization_uuid, named, known);
  const taken = new Map<string, StoredJson>();
  let left = WORDS_LIMIT;
  for (const uuid of named) {
    const zstd = packed.get(uuid);
    const json = known.get(uuid) ?? (zstd && StoredJson.unpackWithin(zstd, left));
    // Which words are there depends on the order alone: behind some that do not fit come none.
    if (!json || json.utf8.length > left) break;
    left -= json.utf8.length;
    taken.set(uuid, json);
    if (zstd) keepAtHand(uuid, json);
  }
  return rows.map(({ transcript_uuid, ...row }) => {
    const transcript = transcript_uuid === null ? null : (taken.get(transcript_uuid) ?? null);
    return { ...row, transcript, transcript_omitted: (transcript_uuid !== null && transcript === null) || undefined };
  });
};

/** The packed transcripts that are not known and may fit: unpacked they are about as large, or larger. */
const selectWithin = async (
  tx: Transaction,
  organization_uuid: string,
  named: string[],
  known: Map<string, StoredJson | undefined>,
): Promise<Map<string, Buffer>> => {
  const unknown = named.filter((uuid) => known.get(uuid) === undefined);
  if (unknown.length === 0) return new Map();
  const measured = await selectTranscriptSizes(tx, organization_uuid, unknown);
  const sizes = new Map(measured.map(({ uuid, bytes }) => [uuid, bytes]));
  let left = WORDS_LIMIT;
  const wanted: string[] = [];
  for (const uuid of named) {
    const at_hand = known.get(uuid)?.utf8.length;
    left -= at_hand ?? sizes.get(uuid) ?? missingTranscript();
    if (left < 0) break;
    if (at_hand === undefined) wanted.push(uuid);
  }
  const rows = await selectTranscripts(tx, organization_uuid, wanted);
  return new Map(rows.map(({ uuid, zstd }) => [uuid, zstd]));
};

// A call that names a transcript which is not there must never look like one without words.
const missingTranscript = (): never => {
  throw new Error('a transcript is missing');
};

/** One call with its transcript. */
export const withTranscript = async <Row extends Named>(tx: Transaction, row: Row) => {
  const [call] = await withTranscripts(tx, [row]);
  return call as NonNullable<typeof call>;
};
