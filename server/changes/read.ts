import type { Change } from '@pharos/contract/changes.ts';
import { findHead } from '../platform/audit/queries.ts';
import type { Transaction } from '../platform/database/database.ts';
import { conflict } from '../platform/errors/errors.ts';
import { isAt, type Place, START } from './cursor.ts';
import { findLink, selectChanges } from './queries.ts';
import { changesOf } from './types-of.ts';

/** Positions that one answer looks at, most of which may be readings. */
const LONGEST_STRETCH = 5_000;

/** Changes in their order, the place after them, and whether the history goes on. */
export type ReadChanges = { changes: Change[]; next: Place; has_more: boolean };

/**
 * Changes after a place, of so many events at most. A position is given under a lock that lasts until its commit, and
 * only to events that are committed: nothing before it can come later.
 * Throws 409 where the history no longer leads to the place, as after a restore from a backup.
 */
export const readChanges = async (
  tx: Transaction,
  organization_uuid: string,
  since: Place,
  { location_uuids = null, limit }: { location_uuids?: string[] | null; limit: number },
): Promise<ReadChanges> => {
  const head = (await findHead(tx, organization_uuid)) ?? START;
  const until = Math.min(since.position + LONGEST_STRETCH, head.position);
  const hashAt = async (position: number): Promise<string | null> => {
    if (position === 0 || position === head.position) return position === 0 ? START.hash : head.hash;
    return (await findLink(tx, organization_uuid, position))?.hash ?? null;
  };
  const stretch = { after: since.position, until };
  const [hash, rows] = await Promise.all([
    hashAt(since.position),
    selectChanges(tx, organization_uuid, stretch, location_uuids, limit + 1),
  ]);
  if (hash === null || !isAt(since, hash))
    throw conflict(
      'changes_rewound',
      'The history no longer leads to this cursor, as after a restore from a backup; read all again, without since',
    );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const is_cut = rows.length > limit && last !== undefined;
  const next = is_cut ? last : { position: until, hash: (await hashAt(until)) as string };
  const { position } = next;
  return { changes: shown.flatMap(changesOf), next: { position, hash: next.hash }, has_more: position < head.position };
};
