import { createHash } from 'node:crypto';
import { zstdDecompressSync } from 'node:zlib';
import pg from 'pg';
import { connectionAt } from '../../server/platform/database/cluster/lock.ts';
import { readPidFile } from '../../server/platform/database/cluster/postmaster.ts';
import type { Ledger } from './ledger.ts';
import { postgresFolder } from './server-process.ts';

/** Acknowledged writes as the database holds them, read past the server. */
export type Kept = {
  /** Stamps of acknowledged writes whose transcript is not there. */
  missing: string[];
  /** Calls with fewer versions than acknowledged writes. */
  short: string[];
  /** Transcripts whose bytes are not those of their digest. */
  broken: number;
};

/** Compares the database with the ledgers; `unpack` also reads every transcript and checks its bytes. */
export const readKept = async (data_dir: string, ledgers: Ledger[], unpack = false): Promise<Kept> => {
  const place = await readPidFile(postgresFolder(data_dir));
  const client = new pg.Client({
    ...connectionAt(place?.socketFolder ?? ''),
    database: 'postgres',
    options: '-c default_transaction_read_only=on',
  });
  client.on('error', () => {});
  await client.connect();
  const kept: Kept = { missing: [], short: [], broken: 0 };
  try {
    for (const ledger of ledgers) await compare(client, ledger, kept, unpack);
    return kept;
  } finally {
    await client.end();
  }
};

const compare = async (client: pg.Client, { call_uuid, acknowledged }: Ledger, kept: Kept, unpack: boolean) => {
  const transcripts = await client.query<{ digest: string; zstd: Buffer | null }>(
    'select digest, case when $2 then zstd end as zstd from transcripts where call_uuid = $1',
    [call_uuid, unpack],
  );
  const versions = await client.query<{ count: number }>(
    'select count(*)::int as count from call_versions where call_uuid = $1',
    [call_uuid],
  );
  const digests = new Set(transcripts.rows.map(({ digest }) => digest));
  kept.missing.push(...acknowledged.filter(({ digest }) => !digests.has(digest)).map(({ stamp }) => stamp));
  if ((versions.rows[0]?.count ?? 0) < acknowledged.length) kept.short.push(call_uuid);
  for (const { digest, zstd } of transcripts.rows) if (zstd && !isWhole(zstd, digest)) kept.broken += 1;
};

const isWhole = (zstd: Buffer, digest: string): boolean =>
  createHash('sha256').update(zstdDecompressSync(zstd)).digest('hex') === digest;
