import { selectOrganizations } from '../platform/audit/queries.ts';
import { server } from '../platform/auth/actor.ts';
import type { Database } from '../platform/database/database.ts';
import { deleteOldKeys } from '../platform/idempotency/queries.ts';
import type { Storage } from '../platform/storage/storage.ts';
import { destroyRemains, sweepStorage } from '../recordings/sweep.ts';
import { purgeDue } from '../retention/purge.ts';
import { purgeRemovedRecordings } from '../retention/removed-recordings/purge.ts';
import { deleteLongExpired, takeUpkeep } from './expired/queries.ts';

/** Milliseconds from the start to the first round of upkeep, and from the end of one to the next. */
export type UpkeepTimes = { first_ms: number; every_ms: number };

export type UpkeepOptions = UpkeepTimes & {
  database: Database;
  storage: Storage;
  /** Told of each organization in which something was recorded. */
  onRecorded: (organization_uuid: string) => void;
  /** What went wrong; the next round tries it again. */
  onError: (error: unknown) => void;
};

export type Upkeep = {
  start(): void;
  /** Ends after the case or call that is being removed. */
  close(): Promise<void>;
};

/** Goes through all organizations, now and then, and removes what has had its time. One server at a time does. */
export const openUpkeep = ({ first_ms, every_ms, onError, ...given }: UpkeepOptions): Upkeep => {
  const closing = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let round = Promise.resolve();
  const later = (ms: number) => {
    timer = setTimeout(() => {
      round = keepUp({ ...given, onError, signal: closing.signal })
        .catch(onError)
        .then(() => {
          if (!closing.signal.aborted) later(every_ms);
        });
    }, ms).unref();
  };
  return {
    start: () => later(first_ms),
    close: () => {
      closing.abort();
      clearTimeout(timer);
      return round;
    },
  };
};

type Round = Omit<UpkeepOptions, keyof UpkeepTimes> & { signal: AbortSignal };

/** One round. The transaction around it does nothing but hold the lock by which other servers know of it. */
export const keepUp = async ({ database, storage, onRecorded, onError, signal }: Round): Promise<void> =>
  database.scopedTo({ installation: true }).transaction(async (tx) => {
    if (!(await takeUpkeep(tx))) return;
    for (const { uuid: organization_uuid } of await selectOrganizations(tx)) {
      if (signal.aborted) return;
      const bound = database.scopedTo({ organization_uuid });
      const keep = async () => {
        await deleteOldKeys(bound, organization_uuid);
        await deleteLongExpired(bound, organization_uuid);
        const actor = server(organization_uuid, 'retention.purge');
        const { cases, calls } = await purgeDue(bound, actor, { signal, onError });
        const recordings = await purgeRemovedRecordings(bound, actor, { signal, onError });
        if (cases + calls + recordings > 0) onRecorded(organization_uuid);
        await destroyRemains(storage, bound, organization_uuid, { signal, onError });
      };
      // What fails in one organization keeps no other waiting.
      await keep().catch(onError);
    }
    await sweepStorage(storage, database, { signal, onError }).catch(onError);
  });
