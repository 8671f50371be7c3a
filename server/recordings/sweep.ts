import type { Database, ScopedDatabase } from '../platform/database/database.ts';
import type { Key } from '../platform/storage/key.ts';
import { type Storage, SWEEP_AGE_MS } from '../platform/storage/storage.ts';
import { copyKeyOf, recordingOfCopy } from './playable-copies.ts';
import { deleteRemains, isOrganization, selectKnown, selectRemains } from './queries.ts';

const BATCH = 500;

type Sweeping = { signal?: AbortSignal; onError: (error: unknown) => void };

/** Destroys the bytes of recordings that were removed for good. What cannot be destroyed keeps no other waiting. */
export const destroyRemains = async (
  storage: Storage,
  database: ScopedDatabase,
  organization_uuid: string,
  { signal, onError }: Sweeping,
): Promise<void> => {
  for (const { uuid } of await selectRemains(database, organization_uuid)) {
    if (signal?.aborted) return;
    const key = { organization_uuid, uuid };
    await Promise.all([storage.remove(key), storage.remove(copyKeyOf(key)), storage.uploads.remove(key)])
      .then(() => deleteRemains(database, key))
      .catch(onError);
  }
};

/**
 * Takes away bytes that no row knows of: uploads that were cut off between the bytes and the row. What belongs to an
 * organization that is not in this database is left alone: it may be another installation's, or this one's before its
 * backup is restored.
 */
export const sweepStorage = async (
  storage: Storage,
  database: Database,
  { signal, onError }: Sweeping,
  now = Date.now(),
): Promise<void> => {
  // Younger bytes may belong to an upload that has all its bytes and whose row is still to be written.
  const before = new Date(now - SWEEP_AGE_MS);
  let batch: Key[] = [];
  for await (const { key } of storage.list(before)) {
    if (signal?.aborted) return;
    batch.push(key);
    if (batch.length < BATCH) continue;
    await sweepUnknown(storage, database, batch, onError);
    batch = [];
  }
  await sweepUnknown(storage, database, batch, onError);
  await storage.removeAbandoned(before);
};

const sweepUnknown = async (storage: Storage, database: Database, keys: Key[], onError: Sweeping['onError']) => {
  for (const [organization_uuid, own] of Map.groupBy(keys, (key) => key.organization_uuid)) {
    const bound = database.scopedTo({ organization_uuid });
    if (!(await isOrganization(bound, organization_uuid))) continue;
    const uuids = own.map(({ uuid }) => recordingOfCopy(uuid));
    const known = new Set((await selectKnown(bound, organization_uuid, uuids)).map(({ uuid }) => uuid));
    for (const key of own.filter(({ uuid }) => !known.has(recordingOfCopy(uuid))))
      await storage.remove(key).catch(onError);
  }
};
