import type { UserActor } from '../platform/auth/actor.ts';
import { requireConfirmed } from '../platform/auth/in-person.ts';
import type { Transaction } from '../platform/database/database.ts';
import { delayPurges } from './queries.ts';

/** Days that something is kept; null keeps it forever. */
type Days = Partial<Record<'retention_days' | 'pre_need_retention_days' | 'restorable_days', number | null>>;

/** Tells whether anything is kept for fewer days than before. */
const isShorter = (before: Days, after: Days): boolean =>
  (Object.keys(after) as (keyof Days)[]).some((name) => {
    const [was, is] = [before[name] ?? Number.POSITIVE_INFINITY, after[name] ?? Number.POSITIVE_INFINITY];
    return is < was;
  });

/**
 * Lets purges wait for a day where something is to be kept for fewer days than before, so that what an admin did by
 * mistake, or somebody in their place, can be taken back. A session has to have sent its password for it.
 */
export const guardShortening = async (tx: Transaction, actor: UserActor, before: Days, after: Days): Promise<void> => {
  if (!isShorter(before, after)) return;
  await requireConfirmed(tx, actor);
  await delayPurges(tx, actor.organization_uuid);
};
