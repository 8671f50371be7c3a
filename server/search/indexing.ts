import type { Transaction } from '../platform/database/database.ts';
import { countIndexed, findSearchSettings } from './queries.ts';

/** Settings of an organization for its searches, and whether its index is complete. */
export type SearchSettings = Awaited<ReturnType<typeof findSearchSettings>>;
export const readSearchSettings = findSearchSettings;

/**
 * Progress of the index of an older database; null where every call is in it. The mark of a complete index lies in the
 * database, so that all servers know of it: from then on every write keeps it so.
 */
export const indexingOf = async (
  tx: Transaction,
  organization_uuid: string,
  { is_indexed }: SearchSettings,
): Promise<{ done: number; total: number } | null> => {
  if (is_indexed) return null;
  const progress = await countIndexed(tx, organization_uuid);
  return progress.done === progress.total ? null : progress;
};
