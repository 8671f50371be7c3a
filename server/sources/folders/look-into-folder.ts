import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { LRUCache } from 'lru-cache';
import type { ScopedDatabase } from '../../platform/database/database.ts';
import type { Found } from '../arrivals/keep.ts';
import { selectKnownFiles } from '../arrivals/queries.ts';
import { findTimeZone, type SourceRow, settingsOf } from '../queries.ts';
import type { Look } from '../watching/look.ts';
import { type FoundFile, findFiles, isSettled } from './find-files.ts';
import { factsOfName } from './names.ts';
import type { PlaceOfFile } from './open-file.ts';

/** Files that are asked for at once, and that one look takes from a folder. */
const [BATCH, MOST] = [500, 100];

/** Finds each recording of a folder that nobody writes any more, and remembers those that it has seen. */
export const openFolders = (): Look => {
  const known = new LRUCache<string, true>({ max: 500_000 });
  return async ({ database, source, keep, signal }) => {
    const { folder = '', since, preset = 'any' } = settingsOf(source);
    const time_zone = (await findTimeZone(database, source.organization_uuid))?.time_zone ?? 'UTC';
    let taken = 0;
    let batch: FoundFile[] = [];
    const ask = async () => {
      const files = batch;
      batch = [];
      for (const file of await newOnes(database, source, files, known)) {
        if (taken === MOST || !(await isSettled(file))) continue;
        signal.throwIfAborted();
        await keep([await readFile(file, preset, time_zone)]);
        known.set(`${source.uuid} ${file.key}`, true);
        taken += 1;
      }
    };
    for await (const file of findFiles(folder, Date.parse(since ?? source.created_at))) {
      if (taken === MOST) return { more: true };
      if (known.has(`${source.uuid} ${file.key}`)) continue;
      batch.push(file);
      if (batch.length === BATCH) await ask();
    }
    await ask();
    return {};
  };
};

/** Files, of those found, that did not come before. */
const newOnes = async (
  database: ScopedDatabase,
  { organization_uuid, uuid }: SourceRow,
  files: FoundFile[],
  known: LRUCache<string, true>,
): Promise<FoundFile[]> => {
  if (files.length === 0) return [];
  const keys = files.map(({ key }) => key);
  const before = new Set((await selectKnownFiles(database, organization_uuid, uuid, keys)).map((row) => row.file_key));
  for (const key of before) known.set(`${uuid} ${key}`, true);
  return files.filter(({ key }) => !before.has(key));
};

/** Reads what a file's name says of it, and its bytes: under another name they are the same recording. */
const readFile = async (
  { path, key: file_key }: FoundFile,
  preset: Parameters<typeof factsOfName>[1],
  time_zone: string,
): Promise<Found> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const facts = factsOfName(path, preset, time_zone);
  const place: PlaceOfFile = { path, facts };
  return { recording_id: `sha256:${hash.digest('hex')}`, facts, file_key, place };
};
