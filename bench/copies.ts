import type { Transcript } from '@pharos/contract/transcripts.ts';
import type pg from 'pg';

/** Keeps the copy of a call for the servers that Pharos is compared with. */
export type KeepCopy = (uuid: string, case_uuid: string, transcript: Transcript) => Promise<void>;

/** Makes the tables of the limit and of the jsonb server beside Pharos' own. */
export const openCopies = async (database: pg.Client): Promise<KeepCopy> => {
  await database.query(`
    create schema bench;
    create table bench.limit_calls (uuid uuid primary key, case_uuid uuid not null, transcript text not null);
    create index on bench.limit_calls (case_uuid);
    create table bench.jsonb_calls (uuid uuid primary key, transcript jsonb not null)`);
  const originals = new Map<Transcript, string>();
  return async (uuid, case_uuid, transcript) => {
    const original = originals.get(transcript);
    if (original) {
      // PostgreSQL copies faster than it packs the same words again.
      await database.query(
        'insert into bench.limit_calls select $1, $2, transcript from bench.limit_calls where uuid = $3',
        [uuid, case_uuid, original],
      );
      await database.query(
        'insert into bench.jsonb_calls select $1, transcript from bench.jsonb_calls where uuid = $2',
        [uuid, original],
      );
      return;
    }
    const json = JSON.stringify(transcript);
    await database.query('insert into bench.limit_calls values ($1, $2, $3)', [uuid, case_uuid, json]);
    await database.query('insert into bench.jsonb_calls values ($1, $2)', [uuid, json]);
    originals.set(transcript, uuid);
  };
};
