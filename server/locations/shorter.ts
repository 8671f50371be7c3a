import type { UserActor } from '../platform/auth/actor.ts';
import type { Transaction } from '../platform/database/database.ts';
import { findRetention } from '../retention/queries.ts';
import { guardShortening } from '../retention/shortening.ts';

type Days = { retention_days?: number | null; pre_need_retention_days?: number | null };

/** Guards a shortening at a location, where days that are not set are those of the organization. */
export const guardShorterAt = async (tx: Transaction, actor: UserActor, before: Days, after: Days): Promise<void> => {
  const { retention_days, pre_need_retention_days } = await findRetention(tx, actor.organization_uuid);
  const effective = (days: Days) => ({
    retention_days: days.retention_days ?? retention_days,
    pre_need_retention_days: days.pre_need_retention_days ?? pre_need_retention_days,
  });
  await guardShortening(tx, actor, effective(before), effective(after));
};
