import { LRUCache } from 'lru-cache';
import type { Transaction } from '../platform/database/database.ts';
import { StoredJson } from '../platform/json/stored-json.ts';
import { selectTranscripts } from './queries.ts';

/** Bytes of unpacked transcripts that are kept at hand: about 160 hours of words. */
const MEMORY = 128 * 1024 * 1024;

// A transcript's row is never changed, so what was read under its uuid stays true: nothing has to be invalidated.
const atHand = new LRUCache<string, StoredJson>({ maxSize: MEMORY, sizeCalculation: ({ utf8 }) => utf8.length || 1 });

/** Keeps a transcript at hand that was just written: its writer is usually the first to read it. */
export const keepAtHand = (transcript_uuid: string, json: StoredJson): void => {
  atHand.set(transcript_uuid, json);
};

/** Puts the transcripts in their calls' places, from memory or, all that is missing at once, from the database. */
export const withTranscripts = async <Row extends { organization_uuid: string; transcript_uuid: string | null }>(
  tx: Transaction,
  rows: Row[],
) => {
  const found = new Map<string, StoredJson | undefined>();
  for (const { transcript_uuid } of rows) if (transcript_uuid) found.set(transcript_uuid, atHand.get(transcript_uuid));
  const missing = [...found].filter(([, json]) => json === undefined).map(([uuid]) => uuid);
  if (missing.length > 0) {
    for (const { uuid, zstd } of await selectTranscripts(tx, rows[0]?.organization_uuid as string, missing)) {
      const json = StoredJson.unpack(zstd);
      found.set(uuid, json);
      keepAtHand(uuid, json);
    }
  }
  return rows.map(({ transcript_uuid, ...row }) => ({
    ...row,
    transcript: transcript_uuid === null ? null : present(found.get(transcript_uuid)),
  }));
};

// A call that names a transcript which is not there must never look like one without words.
const present = (json: StoredJson | undefined): StoredJson => {
  if (!json) throw new Error('a transcript is missing');
  return json;
};

/** One call with its transcript. */
export const withTranscript = async <Row extends { organization_uuid: string; transcript_uuid: string | null }>(
  tx: Transaction,
  row: Row,
) => {
  const [call] = await withTranscripts(tx, [row]);
  return call as NonNullable<typeof call>;
};
