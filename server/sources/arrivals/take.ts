import { randomUUID } from 'node:crypto';
import type { ArrivalReason } from '@pharos/contract/arrivals.ts';
import type { Starter } from '../../jobs/start.ts';
import type { Vault } from '../../platform/auth/vault.ts';
import type { Database, ScopedDatabase } from '../../platform/database/database.ts';
import { type Entry, type Queue, Stopping } from '../../platform/queue/queue.ts';
import type { Recordings } from '../../recordings/open-recordings.ts';
import { FetchError } from '../fetching/fetch-error.ts';
import type { Network } from '../fetching/network.ts';
import { findSource, type SourceRow, settingsOf } from '../queries.ts';
import { makeCall } from './make-call.ts';
import { openRecording } from './open-recording.ts';
import { claimArrival, findAwaited, type LockedArrival, updateWaiting } from './queries.ts';
import { type Log, type Trouble, troubleOf } from './trouble.ts';

/** Tools for taking what came in. */
export type Taking = {
  database: Database;
  queue: Queue;
  recordings: Recordings;
  vault: Vault;
  network: Network;
  /** Fetches that go on, by organization. */
  active: Map<string, number>;
  starter: Starter;
  log: Log;
  /** Called with each organization in which audit events were recorded. */
  done(organization_uuid: string): void;
  /** Milliseconds before the next attempt, after so many. */
  backoff_ms?(attempts: number): number;
};

const SECOND = 1000;
const [MINUTE, HOUR] = [60 * SECOND, 3600 * SECOND];
/** Waits between attempts: five days in all. */
const WAITS = [
  ...[5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR],
  ...[24 * HOUR, 24 * HOUR, 24 * HOUR, 24 * HOUR],
];

/** Recordings of one home that are fetched at once, so that slow hosts hold up no other home. */
const EACH = 2;
const BUSY_MS = 2_000;

const isBusy = ({ active }: Taking, organization_uuid: string): boolean => {
  const own = active.get(organization_uuid) ?? 0;
  if (own < EACH) active.set(organization_uuid, own + 1);
  return own >= EACH;
};

const leave = ({ active }: Taking, organization_uuid: string): void => {
  active.set(organization_uuid, (active.get(organization_uuid) ?? 1) - 1);
  if (active.get(organization_uuid) === 0) active.delete(organization_uuid);
};

/** Fetches what an entry of the queue stands for, and makes a call of it. An entry that is out of date does nothing. */
export const takeEntry = async (taking: Taking, entry: Entry, signal: AbortSignal): Promise<void> => {
  const { organization_uuid, job_uuid } = entry;
  const database = taking.database.scopedTo({ organization_uuid });
  if (isBusy(taking, organization_uuid)) return void (await again(taking, database, entry, { delay_ms: BUSY_MS }));
  try {
    const arrival = await claimArrival(database, organization_uuid, job_uuid, entry.uuid);
    if (arrival) await tryToTake(taking, database, entry, arrival, signal);
  } finally {
    leave(taking, organization_uuid);
    taking.done(organization_uuid);
  }
};

const tryToTake = async (
  taking: Taking,
  database: ScopedDatabase,
  entry: Entry,
  arrival: LockedArrival,
  signal: AbortSignal,
) => {
  try {
    await take(taking, database, arrival, entry.organization_uuid, signal);
  } catch (error) {
    if (!signal.aborted) await settle(taking, database, entry, arrival, troubleOf(taking.log, error));
    else if (signal.reason instanceof Stopping)
      await again(taking, database, entry, { attempts: arrival.attempts - 1 });
  }
};

/** Gives up on an entry of which no run came to an end. */
export const giveUpEntry = async ({ database }: Taking, entry: Entry): Promise<void> => {
  const failed = { state: 'failed', reason: 'server_failed', entry_uuid: null, next_attempt_at: null } as const;
  await updateWaiting(database.scopedTo({ organization_uuid: entry.organization_uuid }), entry, failed);
};

const take = async (
  taking: Taking,
  database: ScopedDatabase,
  arrival: LockedArrival,
  organization_uuid: string,
  signal: AbortSignal,
) => {
  const source = await findSource(database, organization_uuid, arrival.source_uuid);
  if (!source) throw new FetchError('secret_missing', { final: true });
  const opened = await openRecording(taking, source, arrival, signal);
  const { storage, media } = taking.recordings;
  const key = { organization_uuid, uuid: randomUUID() };
  const stored = await storage.write(key, opened.bytes).finally(() => opened.close?.());
  try {
    const heard = await storage.withFile(key, (path) => media.hear(organization_uuid, path, signal));
    if (opened.sha256 !== undefined && opened.sha256 !== stored.sha256)
      throw new FetchError('file_changed', { final: true });
    await makeCall(taking, database, source, arrival, { ...opened, key, stored, heard });
  } catch (error) {
    await storage.remove(key);
    throw error;
  }
  if (settingsOf(source).remove_taken && !(await isAwaited(database, source, arrival))) await opened.remove?.();
};

/** Tells whether more of the same file or message is still to be taken. */
const isAwaited = async (database: ScopedDatabase, source: SourceRow, { file_key }: LockedArrival): Promise<boolean> =>
  file_key !== null && (await findAwaited(database, source, file_key)) !== null;

const settle = async (
  taking: Taking,
  database: ScopedDatabase,
  entry: Entry,
  { attempts }: LockedArrival,
  { reason, final, retry_after_ms, detail }: Trouble,
) => {
  const wait = WAITS[attempts - 1];
  if (final || wait === undefined) {
    const failed = { state: 'failed', reason, detail, entry_uuid: null, next_attempt_at: null } as const;
    await updateWaiting(database, entry, failed);
    return;
  }
  const delay_ms = Math.max(retry_after_ms, taking.backoff_ms?.(attempts) ?? wait);
  await again(taking, database, entry, { reason, detail, delay_ms, tries: attempts + 1 });
};

type Again = { reason?: ArrivalReason; detail?: string | null; delay_ms?: number; tries?: number; attempts?: number };

/** Puts what came in back into the queue, under another entry. */
const again = (
  { queue }: Pick<Taking, 'queue'>,
  database: ScopedDatabase,
  before: Entry,
  { delay_ms = 0, tries = 1, ...changes }: Again,
) =>
  database.transaction(async (tx) => {
    const entry: Entry = { ...before, uuid: randomUUID() };
    const next_attempt_at = new Date(Date.now() + delay_ms).toISOString();
    const next = { ...changes, entry_uuid: entry.uuid, next_attempt_at };
    if (await updateWaiting(tx, before, next)) await queue.send(tx, [entry], { delay_ms, tries });
  });
