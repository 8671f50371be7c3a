import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { LRUCache } from 'lru-cache';
import type { Vault } from '../../platform/auth/vault.ts';
import type { ScopedDatabase } from '../../platform/database/database.ts';
import type { Queue } from '../../platform/queue/queue.ts';
import type { UpkeepTask } from '../../platform/upkeep/upkeep.ts';
import { findFirst, insertArrival, insertWaiting, selectKnownFiles } from '../arrivals/queries.ts';
import { findTimeZone, type SourceRow, selectFolders, settingsOf } from '../queries.ts';
import { sealMessage } from '../secrets.ts';
import { type FoundFile, findFiles, isSettled } from './find-files.ts';
import { factsOfName } from './names.ts';

type Watching = { vault: Vault; queue: Queue };

/** Files that are asked for at once, and that one round takes from a folder, so that no home waits for another's. */
const [BATCH, MOST] = [500, 100];

/** Watches the folders of all sources: each recording that nobody writes any more arrives once. */
export const watchFolders = (watching: Watching): UpkeepTask => {
  const known = new LRUCache<string, true>({ max: 500_000 });
  return {
    organization: async (database, organization_uuid, { signal, onError }) => {
      const sources = await selectFolders(database, organization_uuid);
      for (const source of sources) {
        if (signal.aborted) break;
        await lookInto(watching, database, source, known).catch(onError);
      }
      return false;
    },
  };
};

const lookInto = async (
  watching: Watching,
  database: ScopedDatabase,
  source: SourceRow,
  known: LRUCache<string, true>,
) => {
  const { folder = '', since } = settingsOf(source);
  let taken = 0;
  let batch: FoundFile[] = [];
  const ask = async () => {
    const files = batch;
    batch = [];
    for (const file of await newOnes(database, source, files, known)) {
      if (taken === MOST || !(await isSettled(file))) continue;
      await arrive(watching, database, source, file);
      known.set(`${source.uuid} ${file.key}`, true);
      taken += 1;
    }
  };
  for await (const file of findFiles(folder, Date.parse(since ?? source.created_at))) {
    if (taken === MOST) return;
    if (known.has(`${source.uuid} ${file.key}`)) continue;
    batch.push(file);
    if (batch.length === BATCH) await ask();
  }
  await ask();
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

/** Puts a file in the log, and in the queue where its bytes have not come before under another name. */
const arrive = async (
  { vault, queue }: Watching,
  database: ScopedDatabase,
  source: SourceRow,
  { path, key: file_key }: FoundFile,
) => {
  const { organization_uuid, uuid: source_uuid } = source;
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const recording_id = `sha256:${hash.digest('hex')}`;
  await database.transaction(async (tx) => {
    const time_zone = (await findTimeZone(tx, organization_uuid))?.time_zone ?? 'UTC';
    const facts = factsOfName(path, settingsOf(source).preset ?? 'any', time_zone);
    const [uuid, entry_uuid] = [randomUUID(), randomUUID()];
    const { from = null, to = null, source_call_id = null } = facts;
    const one = { organization_uuid, uuid, source_uuid, recording_id, source_call_id, from, to, file_key };
    const message = sealMessage(vault, one, { path, facts });
    if (await insertWaiting(tx, { ...one, state: 'waiting', entry_uuid, message })) {
      await queue.send(tx, [{ uuid: entry_uuid, organization_uuid, job_uuid: uuid, step: 'take', looked: 0 }]);
    } else {
      const first = await findFirst(tx, organization_uuid, source_uuid, recording_id);
      insertArrival(tx, { ...one, state: 'duplicate', call_uuid: first?.call_uuid ?? null });
    }
  });
};
