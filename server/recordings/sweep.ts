import type { Bound, Database } from '../database/database.ts';
import type { Key } from '../storage/key.ts';
import { type Storage, SWEEP_AGE_MS } from '../storage/storage.ts';
import { deleteRemains, selectKnown, selectRemains } from './queries.ts';

const BATCH = 500;

/** Destroys the bytes of recordings that were removed for good. */
export const destroyRemains = async (storage: Storage, database: Bound, organization_uuid: string): Promise<void> => {
  for (const { uuid } of await selectRemains(database, organization_uuid)) {
    const key = { organization_uuid, uuid };
    await storage.remove(key);
    await deleteRemains(database, key);
  }
};

/** Takes away bytes that no row knows of: uploads that were cut off between the bytes and the row. Answers how many. */
export const sweepStorage = async (
  storage: Storage,
  database: Database,
  signal?: AbortSignal,
  now = Date.now(),
): Promise<number> => {
  // Younger bytes may belong to an upload that has all its bytes and whose row is still to be written.
  const before = new Date(now - SWEEP_AGE_MS);
  let swept = 0;
  const unknown = async (keys: Key[]) => {
    for (const [organization_uuid, own] of Map.groupBy(keys, (key) => key.organization_uuid)) {
      const known = await selectKnown(
        database.within({ organization_uuid }),
        organization_uuid,
        own.map(({ uuid }) => uuid),
      );
      const rows = new Set(known.map(({ uuid }) => uuid));
      for (const key of own.filter(({ uuid }) => !rows.has(uuid))) {
        await storage.remove(key);
        swept += 1;
      }
    }
  };
  let batch: Key[] = [];
  for await (const { key } of storage.list(before)) {
    if (signal?.aborted) return swept;
    batch.push(key);
    if (batch.length < BATCH) continue;
    await unknown(batch);
    batch = [];
  }
  await unknown(batch);
  return swept + (await storage.removeAbandoned(before));
};
