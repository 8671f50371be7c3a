import { createClient } from '@pharos/client';
import type { Transcript } from '@pharos/contract/transcripts.ts';
import type pg from 'pg';
import { openCopies } from './copies.ts';
import type { Subject } from './subjects.ts';
import { makeTranscript, WORDS_PER_HOUR } from './transcripts.ts';
import { CALLS_OF_A_CASE, MAX_CONCURRENCY, SIZES } from './workloads.ts';

export type Fixture = {
  /** Bodies of a PUT by their number of words. */
  bodies: Map<number, Buffer[]>;
  /** Calls to be written, one a client, by their number of words. */
  written: Map<number, string[]>;
  /** Cases to be read, one a client, each with its calls of an hour. */
  read: { case_uuid: string; call_uuids: string[] }[];
  /** Calls of an hour, more than Pharos keeps at hand: read in turn, each read goes to the database. */
  shelf: string[];
  disk: Disk;
};

/** Bytes of one hour of words: as JSON, and in Pharos' tables with indexes, versions and all. */
export type Disk = { json: number; stored: number };

const BODIES = 4;
const SHELF = 180;

/** Makes all cases and calls through Pharos' API, and their copies for the servers that it is compared with. */
export const makeFixture = async (pharos: Subject, database: pg.Client): Promise<Fixture> => {
  const client = createClient({ baseUrl: pharos.address, token: pharos.token });
  const keepCopy = await openCopies(database);
  const addCase = async (transcripts: Transcript[]) => {
    const case_uuid = (await client.cases.create({ body: { last_name: 'Whitcombe' } })).data.uuid;
    const call_uuids: string[] = [];
    for (const transcript of transcripts) {
      const { uuid } = (await client.calls.create({ body: { case_uuid, transcript } })).data;
      await keepCopy(uuid, case_uuid, transcript);
      call_uuids.push(uuid);
    }
    return { case_uuid, call_uuids };
  };

  const hours = transcriptsOf(WORDS_PER_HOUR);
  const before = await storedBytes(database);
  const shelf = (await addCase(repeat(hours, SHELF))).call_uuids;
  const stored = ((await storedBytes(database)) - before) / SHELF;
  const read: Fixture['read'] = [];
  for (const _ of Array(MAX_CONCURRENCY)) read.push(await addCase(repeat(hours, CALLS_OF_A_CASE)));

  const [written, bodies] = [new Map<number, string[]>(), new Map<number, Buffer[]>()];
  for (const words of Object.values(SIZES)) {
    const transcripts = transcriptsOf(words);
    bodies.set(words, transcripts.map(bodyOf));
    written.set(words, (await addCase(repeat(transcripts.slice(-1), MAX_CONCURRENCY))).call_uuids);
  }
  await database.query('vacuum analyze');
  const json = hours.reduce((sum, hour) => sum + Buffer.byteLength(JSON.stringify(hour)), 0) / BODIES;
  return { bodies, written, read, shelf, disk: { json, stored } };
};

const transcriptsOf = (words: number): Transcript[] =>
  Array.from({ length: BODIES }, (_, index) => makeTranscript(words, words + index));

const repeat = (transcripts: Transcript[], length: number): Transcript[] =>
  Array.from({ length }, (_, index) => transcripts[index % transcripts.length] as Transcript);

const bodyOf = (transcript: Transcript) =>
  Buffer.from(JSON.stringify({ duration: Math.ceil((transcript.words.at(-1)?.end_ms ?? 0) / 1000), transcript }));

const storedBytes = async (database: pg.Client): Promise<number> => {
  const { rows } = await database.query(`
    select sum(pg_total_relation_size(name::regclass))::float8 as bytes
    from unnest(array['calls', 'call_versions', 'transcripts']) as name`);
  return rows[0].bytes;
};

/** Number of versions of the written calls: one for each PUT that changed something, and the first. */
export const countVersions = async (database: pg.Client, { written }: Fixture): Promise<number> => {
  const { rows } = await database.query(
    'select count(*)::int as count from call_versions where call_uuid = any($1::uuid[])',
    [[...written.values()].flat()],
  );
  return rows[0].count;
};
