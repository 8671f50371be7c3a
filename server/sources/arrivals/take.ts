import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ArrivalReason } from '@pharos/contract/arrivals.ts';
import type { Starter } from '../../jobs/start.ts';
import type { Vault } from '../../platform/auth/vault.ts';
import type { Database, ScopedDatabase } from '../../platform/database/database.ts';
import { type Entry, type Queue, Stopping } from '../../platform/queue/queue.ts';
import { described } from '../../platform/serving/answer-errors.ts';
import type { Bytes } from '../../platform/storage/storage.ts';
import type { Recordings } from '../../recordings/open-recordings.ts';
import { NotARecording } from '../../recordings/reading/not-a-recording.ts';
import { FetchError } from '../fetching/fetch-error.ts';
import { type FetchLimits, fetchMedia, type Network } from '../fetching/fetch-media.ts';
import { type AskJson, type Known, MessageRefused, type ToldFacts, type ToldRecording } from '../kinds/kind.ts';
import { KINDS } from '../kinds/kinds.ts';
import { findSource, type SourceRow, settingsOf } from '../queries.ts';
import { knownOf, openMessage } from '../secrets.ts';
import { makeCall, type Opened } from './make-call.ts';
import { claimArrival, type LockedArrival, updateWaiting } from './queries.ts';
import { unpacked } from './receive.ts';

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
  log: { error(fields: object, message: string): void };
  /** Called with each organization in which audit events were recorded. */
  done(organization_uuid: string): void;
  /** Milliseconds before the next attempt, after so many. */
  backoff_ms?(attempts: number): number;
};

/** A recording of a call may be an hour of uncompressed sound. */
const LIMITS: FetchLimits = { max_bytes: 2 * 1024 ** 3, total_ms: 60 * 60_000, idle_ms: 60_000 };
const ANSWER_LIMITS: FetchLimits = { max_bytes: 1024 * 1024, total_ms: 30_000, idle_ms: 15_000 };

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
    if (!signal.aborted) await settle(taking, database, entry, arrival, troubleOf(taking, error));
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
  const opened = await open(taking, source, arrival, signal);
  const { storage, media } = taking.recordings;
  const key = { organization_uuid, uuid: randomUUID() };
  const stored = await storage.write(key, opened.bytes);
  try {
    const heard = await storage.withFile(key, (path) => media.hear(organization_uuid, path, signal));
    if (opened.sha256 !== undefined && opened.sha256 !== stored.sha256)
      throw new FetchError('file_changed', { final: true });
    await makeCall(taking, database, source, arrival, { ...opened, key, stored, heard });
  } catch (error) {
    await storage.remove(key);
    throw error;
  }
  if (opened.path !== undefined && settingsOf(source).remove_taken) await rm(opened.path, { force: true });
};

/** Bytes, of a file with its path and the hash that it had when it was found. */
type Source = { bytes: Bytes; path?: string; sha256?: string };

/** Opens the bytes of what came in, and asks for what else is known of it. */
const open = async (
  taking: Taking,
  source: SourceRow,
  arrival: LockedArrival,
  signal: AbortSignal,
): Promise<Opened & Source> => {
  if (!arrival.message) throw new FetchError('no_recording', { final: true });
  const { organization_uuid } = source;
  const message = openMessage(taking.vault, { organization_uuid, uuid: arrival.uuid }, arrival.message);
  if (source.kind === 'folder') {
    const { path, facts } = message as { path: string; facts: ToldFacts };
    const sha256 = arrival.recording_id?.replace('sha256:', '');
    return { bytes: createReadStream(path), file_name: basename(path), facts, path, sha256 };
  }
  const kind = KINDS[source.kind];
  const known = knownOf(taking.vault, source);
  const told = kind.read(unpacked(message), known);
  const recordings: ToldRecording[] = 'recordings' in told ? told.recordings : [];
  const recording = recordings.find(({ recording_id }) => recording_id === arrival.recording_id);
  if (!recording) throw new FetchError('no_recording', { final: true });
  const ask = askJson(taking.network, known, kind.hosts, signal);
  const more = await kind.ask?.(recording, known, ask);
  const { headers = {} } = (await kind.accessTo?.(recording, known, ask)) ?? {};
  const hosts = hostsOf(known, kind.hosts);
  const bytes = await fetchMedia(taking.network, recording.url, { hosts, headers, limits: LIMITS, signal });
  return { bytes, file_name: recording.file_name ?? null, facts: { ...recording.facts, ...given(more) } };
};

const given = (facts: ToldFacts = {}): ToldFacts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

const hostsOf = ({ settings }: Known, preset: readonly string[]) => (settings.hosts?.length ? settings.hosts : preset);

const askJson =
  (network: Network, known: Known, preset: readonly string[], signal: AbortSignal): AskJson =>
  async (url, { headers, method, body } = {}) => {
    const hosts = [...hostsOf(known, preset), ...preset];
    const chunks: Uint8Array[] = [];
    const asking = { hosts, headers, method, body, limits: ANSWER_LIMITS, signal };
    for await (const chunk of await fetchMedia(network, url, asking)) chunks.push(chunk);
    try {
      return JSON.parse(Buffer.concat(chunks).toString('utf8'));
    } catch {
      throw new FetchError('fetch_failed');
    }
  };

type Trouble = { reason: ArrivalReason; final: boolean; retry_after_ms: number; detail: string | null };

const troubleOf = ({ log }: Taking, error: unknown): Trouble => {
  if (error instanceof FetchError)
    return { reason: error.reason, final: error.final, retry_after_ms: error.retry_after_ms, detail: null };
  if (error instanceof NotARecording)
    return { reason: 'not_a_recording', final: true, retry_after_ms: 0, detail: error.message };
  if (error instanceof MessageRefused) return { reason: error.reason, final: true, retry_after_ms: 0, detail: null };
  if ((error as { code?: string }).code === 'ENOENT')
    return { reason: 'file_unreadable', final: true, retry_after_ms: 0, detail: null };
  log.error({ error: described(error) }, 'what came in could not be taken; it is tried again');
  return { reason: 'server_failed', final: false, retry_after_ms: 0, detail: null };
};

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
