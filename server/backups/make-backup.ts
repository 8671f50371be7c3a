import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { zstdCompress } from 'node:zlib';
import type { Connection } from '../platform/database/connection.ts';
import { type KeptRecording, type Snapshot, withSnapshot } from '../platform/database/copies/snapshot.ts';
import type { CopiedTable } from '../platform/database/copies/tables.ts';
import type { Place } from '../platform/storage/place/place.ts';
import type { Storage } from '../platform/storage/storage.ts';
import { isProblem } from '../platform/storage/storage-error.ts';
import { cutRows } from './cut-rows.ts';
import { measuring, openEncryption } from './encrypt.ts';
import { type Keep, removeOld } from './keep.ts';
import { type Manifest, nameAt, type OrganizationCopy, pathOfManifest, type TableCopy } from './manifest.ts';
import { Damaged, openPieces, type Pieces } from './pieces.ts';

const compress = promisify(zstdCompress);
const RECORDINGS_AT_ONCE = 4;

export type BackupOptions = {
  /** The owner of the schema. */
  connection: Connection;
  storage: Storage;
  place: Place;
  /** Public key of age that everything is encrypted to. */
  recipient: string;
  /** Small files of the data folder that the installation cannot do without. */
  files: { name: string; bytes: Uint8Array }[];
  /** Older backups that stay; absent: all. */
  keep?: Keep;
};

/** A finished backup, the bytes that it wrote and found there, and how many older backups it removed. */
export type MadeBackup = { manifest: Manifest; written: number; reused: number; removed: number };

/**
 * Copies the database as it is at one moment, and then the recordings that it names: their bytes were durable before
 * their rows, so all that was acknowledged before is there. The manifest is written last; without it there is no backup.
 */
export const makeBackup = ({
  connection,
  storage,
  place,
  recipient,
  files,
  keep,
}: BackupOptions): Promise<MadeBackup> =>
  withSnapshot(connection, async (snapshot) => {
    const pieces = await openPieces(place, openEncryption(recipient));
    const { taken_at, migrations, tables } = snapshot;
    const organizations: OrganizationCopy[] = [];
    const missing: Manifest['missing'] = [];
    for (const uuid of snapshot.organizations) {
      const copies: TableCopy[] = [];
      for (const table of tables) {
        const copy = await copyTable(snapshot, pieces, table, uuid);
        if (copy.rows > 0) copies.push(copy);
      }
      const recordings = await snapshot.recordings(uuid);
      missing.push(...(await copyRecordings(storage, pieces, recordings)));
      const chain = await snapshot.chainHead(uuid);
      organizations.push({ uuid, tables: copies, chain, recordings: recordings.length });
    }
    const manifest: Manifest = {
      format: 'pharos-backup-1',
      name: nameAt(taken_at),
      ...{ taken_at, finished_at: new Date().toISOString(), recipient, migrations, tables, organizations, missing },
      files: await copyFiles(pieces, files),
      pieces: pieces.kept,
    };
    await place.write(pathOfManifest(manifest.name), [Buffer.from(JSON.stringify(manifest))]);
    const removed = keep ? await removeOld(place, keep) : 0;
    return { manifest, written: pieces.written, reused: pieces.reused, removed };
  });

const copyTable = async (
  snapshot: Snapshot,
  pieces: Pieces,
  table: CopiedTable,
  organization_uuid: string,
): Promise<TableCopy> => {
  const copy: TableCopy = { name: table.name, rows: 0, sha256: '', pieces: [] };
  const all = createHash('sha256');
  for await (const { bytes, rows } of cutRows(await snapshot.rows(table, organization_uuid))) {
    const digest = createHash('sha256').update(bytes).digest('hex');
    await pieces.keep(digest, async () => [await compress(bytes)]);
    all.update(bytes);
    copy.rows += rows;
    copy.pieces.push(digest);
  }
  return { ...copy, sha256: all.digest('hex') };
};

/** Copies recordings, and answers those whose bytes are gone: a purge since the snapshot destroys them. */
const copyRecordings = async (storage: Storage, pieces: Pieces, recordings: KeptRecording[]) => {
  const missing: Manifest['missing'] = [];
  const waiting = recordings.values();
  const work = async () => {
    for (const { organization_uuid, uuid, sha256 } of waiting) {
      await pieces
        .keep(sha256, async () => checked(await storage.read({ organization_uuid, uuid }), sha256))
        .catch((error) => {
          if (!isProblem(error, 'missing')) throw error;
          missing.push({ organization_uuid, uuid });
        });
    }
  };
  await Promise.all(Array.from({ length: RECORDINGS_AT_ONCE }, work));
  return missing;
};

async function* checked(source: AsyncIterable<Uint8Array>, sha256: string) {
  const { through, result } = measuring(source);
  yield* through;
  if (result().sha256 !== sha256) throw new Damaged('A recording in the storage is not what was stored.');
}

const copyFiles = async (pieces: Pieces, files: BackupOptions['files']): Promise<Manifest['files']> => {
  const copies: Manifest['files'] = [];
  for (const { name, bytes } of files) {
    const piece = createHash('sha256').update(bytes).digest('hex');
    await pieces.keep(piece, async () => [bytes]);
    copies.push({ name, piece });
  }
  return copies;
};
