import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import type { Connection } from '../platform/database/connection.ts';
import { type Loading, loadDatabase, NotRestorable } from '../platform/database/copies/load.ts';
import type { CopiedTable } from '../platform/database/copies/tables.ts';
import type { Place } from '../platform/storage/place/place.ts';
import type { Bytes, Storage } from '../platform/storage/storage.ts';
import { openDecryption } from './encrypt.ts';
import { type Manifest, pathOfPiece, type TableCopy } from './manifest.ts';
import { Damaged } from './pieces.ts';

const RECORDINGS_AT_ONCE = 4;
const decompress = promisify(zstdDecompress);

export type RestoreOptions = {
  manifest: Manifest;
  place: Place;
  /** Secret keys of age. */
  identities: string[];
  /** The owner of an empty database. */
  connection: Connection;
  /** An empty storage, or one that an interrupted restore of the same backup has begun to fill. */
  storage: Storage;
};

export type Restored = { organizations: number; rows: number; recordings: number; bytes: number };

/** Puts a backup back into an empty place, and compares every table and every recording with it before it commits. */
export const restoreBackup = async (options: RestoreOptions): Promise<Restored> => {
  const { manifest, connection } = options;
  const restored: Restored = { organizations: 0, rows: 0, recordings: 0, bytes: 0 };
  const piece = openPieces(options);
  await loadDatabase(connection, manifest, async (loading) => {
    for (const table of manifest.tables)
      for (const { uuid, tables } of manifest.organizations) {
        const copy = tables.find(({ name }) => name === table.name);
        if (!copy) continue;
        await loading.write(table, Readable.from(rowsOf(copy, piece)));
        await compare(loading, table, uuid, copy);
        restored.rows += copy.rows;
      }
    restored.organizations = manifest.organizations.filter(({ tables }) =>
      tables.some(({ name }) => name === 'organizations'),
    ).length;
    await restoreRecordings(options, loading, piece, restored);
  });
  return restored;
};

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

type ReadPiece = (digest: string) => Promise<Bytes>;

const openPieces = ({ place, identities }: RestoreOptions): ReadPiece => {
  const decrypt = openDecryption(identities);
  return async (digest) => decrypt(await place.read(pathOfPiece(digest)));
};

async function* rowsOf(copy: TableCopy, piece: ReadPiece) {
  for (const digest of copy.pieces) {
    const rows = await decompress(await buffer(Readable.from(await piece(digest))));
    if (sha256Of(rows) !== digest) throw new Damaged(`A piece of the table ${copy.name} is not what was backed up.`);
    yield rows;
  }
}

const compare = async (loading: Loading, table: CopiedTable, organization_uuid: string, copy: TableCopy) => {
  const all = createHash('sha256');
  for await (const chunk of await loading.read(table, organization_uuid)) all.update(chunk);
  if (all.digest('hex') !== copy.sha256) throw new Damaged(`The table ${table.name} is not what was backed up.`);
};

const restoreRecordings = async (options: RestoreOptions, loading: Loading, piece: ReadPiece, restored: Restored) => {
  const { manifest, storage } = options;
  const recordings = await loading.recordings();
  const known = new Set(recordings.map(({ organization_uuid, uuid }) => `${organization_uuid}/${uuid}`));
  for await (const { key } of storage.list(new Date(8.64e15)))
    if (!known.has(`${key.organization_uuid}/${key.uuid}`))
      throw new NotRestorable('The place for recordings holds others already. Restore into an empty one.');
  const missing = new Set(manifest.missing.map(({ uuid }) => uuid));
  const waiting = recordings.filter(({ uuid }) => !missing.has(uuid)).values();
  const work = async () => {
    for (const { organization_uuid, uuid, sha256, bytes } of waiting) {
      const stored = await storage.write({ organization_uuid, uuid }, await piece(sha256));
      if (stored.sha256 !== sha256) throw new Damaged('A recording is not what was backed up.');
      restored.recordings += 1;
      restored.bytes += bytes;
    }
  };
  await Promise.all(Array.from({ length: RECORDINGS_AT_ONCE }, work));
};

/** Rows of a table in a backup, as COPY prints them. */
export const rowsOfTable = (options: RestoreOptions, copy: TableCopy) => rowsOf(copy, openPieces(options));

/** Reads a small file of the data folder from a backup. */
export const readFileOf = async (options: RestoreOptions, digest: string): Promise<Buffer> =>
  buffer(Readable.from(await openPieces(options)(digest)));
