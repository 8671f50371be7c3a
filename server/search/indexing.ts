import type { Transaction } from '../platform/database/database.ts';
import { countIndexed, selectUnindexed } from './queries.ts';

/** Organizations whose calls are all indexed: from then on every write keeps it so. */
const complete = new Set<string>();

/** Forgets that an organization's index is complete, as before it is built again. */
export const reopenIndex = (organization_uuid: string): void => void complete.delete(organization_uuid);

/** Progress of the index of an older database; null where every call is in it. */
export const indexingOf = async (
  tx: Transaction,
  organization_uuid: string,
): Promise<{ done: number; total: number } | null> => {
  if (complete.has(organization_uuid)) return null;
  if ((await selectUnindexed(tx, organization_uuid, 1)).length === 0) {
    complete.add(organization_uuid);
    return null;
  }
  return countIndexed(tx, organization_uuid);
};
