import { selectOrganizations } from '../audit/queries.ts';
import type { Database, ScopedDatabase } from '../database/database.ts';
import { takeTurn } from './queries.ts';

/** A round of upkeep, as its tasks know it: `signal` ends it early, `onError` gets what the next round tries again. */
export type Round = { signal: AbortSignal; onError: (error: unknown) => void };

/** Work that a feature has to do now and then. */
export type UpkeepTask = {
  /** Runs for each organization by itself; answers true where it recorded audit events. */
  organization?(database: ScopedDatabase, organization_uuid: string, round: Round): Promise<boolean>;
  /** Runs once a round, after all organizations. */
  installation?(database: Database, round: Round): Promise<void>;
};

/** Milliseconds from the start to the first round, and from the end of one to the next. */
export type UpkeepTimes = { first_ms: number; every_ms: number };

export type UpkeepOptions = UpkeepTimes & {
  database: Database;
  /** Rounds of one name take turns: one server at a time has it. */
  name: string;
  tasks: readonly UpkeepTask[];
  /** Called with each organization in which audit events were recorded. */
  onRecorded: (organization_uuid: string) => void;
  onError: (error: unknown) => void;
};

export type Upkeep = {
  start(): void;
  /** Ends after the piece of work that is being done. */
  close(): Promise<void>;
};

/** Runs the features' tasks for all organizations, at intervals. */
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

/** One round. The transaction around it does nothing but hold the lock by which other servers know of it. */
export const keepUp = async (
  given: Omit<UpkeepOptions, keyof UpkeepTimes> & { signal: AbortSignal },
): Promise<void> => {
  const { database, name, tasks, onRecorded, onError, signal } = given;
  await database.scopedTo({ installation: true }).transaction(async (tx) => {
    if (!(await takeTurn(tx, name))) return;
    for (const { uuid: organization_uuid } of await selectOrganizations(tx)) {
      const bound = database.scopedTo({ organization_uuid });
      for (const { organization } of tasks) {
        if (signal.aborted) return;
        // What fails in one organization, or in one task, keeps no other waiting.
        const recorded = await organization?.(bound, organization_uuid, { signal, onError }).catch(onError);
        if (recorded) onRecorded(organization_uuid);
      }
    }
    for (const { installation } of tasks) await installation?.(database, { signal, onError }).catch(onError);
  });
};
