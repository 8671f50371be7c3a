import { randomUUID } from 'node:crypto';
import type { JobReason } from '@pharos/contract/job-reasons.ts';
import {
  addCallbackDigest,
  advanceJob,
  type ClaimedJob,
  claimJob,
  failJob,
  handOverJob,
  markForgotten,
  postponeJob,
} from '../jobs/queries.ts';
import { record } from '../platform/audit/record.ts';
import { server } from '../platform/auth/actor.ts';
import { digestOf, mintSecret } from '../platform/auth/secret.ts';
import type { ScopedDatabase } from '../platform/database/database.ts';
import { Refusal } from '../platform/errors/errors.ts';
import { type Entry, Stopping } from '../platform/queue/queue.ts';
import { described } from '../platform/serving/answer-errors.ts';
import { ACTION, finish } from './finish.ts';
import { counted } from './progress.ts';
import { addressAt, type Begun, type Callback, type Provider, type Result } from './providers/provider.ts';
import { ProviderError } from './providers/provider-error.ts';
import type { Recording } from './recording.ts';
import { MOST_ATTEMPTS, type Tools } from './worker-context.ts';

/**
 * Does what an entry of the queue stands for. It may run again, or twice at once, where a lease was lost: an entry that
 * is out of date does nothing, and every step is taken by a statement that asks whether the job still waits for it.
 */
export const runEntry = async (tools: Tools, entry: Entry, signal: AbortSignal): Promise<void> => {
  const { organization_uuid } = entry;
  const database = tools.database.scopedTo({ organization_uuid });
  const job = await claimJob(database, entryOf(entry), entry.step === 'begin');
  if (!job) return;
  try {
    if (job.attempts > MOST_ATTEMPTS) throw new ProviderError('worker_stopped', {}, { final: true });
    await step(tools, database, entry, job, signal);
  } catch (error) {
    // Where the lease was lost, somebody else goes on with the same entry.
    if (!signal.aborted) await settle(tools, database, entry, job, troubleOf(tools, error));
    else if (signal.reason instanceof Stopping) await putBack(tools, database, entry, job);
  } finally {
    tools.done(organization_uuid);
  }
};

/** Fails the job of an entry of which no run came to an end. */
export const giveUp = async (tools: Tools, entry: Entry): Promise<void> => {
  const { organization_uuid } = entry;
  await fail(tools.database.scopedTo({ organization_uuid }), entry, { code: 'worker_stopped' });
  tools.done(organization_uuid);
};

const step = async (tools: Tools, database: ScopedDatabase, entry: Entry, job: ClaimedJob, signal: AbortSignal) => {
  const own = await tools.own?.open(database, entry.organization_uuid, job.provider);
  const provider = own ?? tools.providers.find(({ name }) => name === job.provider);
  if (!provider) throw new ProviderError('provider_not_configured', {}, { final: true });
  const reached =
    entry.step === 'begin'
      ? await begin(tools, database, entry, job, provider, signal)
      : await provider.collect(job.provider_id, entry.looked, signal);
  if (!('result' in reached)) return wait(tools, database, entry, reached);
  await take(tools, database, entry, job, reached);
  await forget(tools, database, entry, job, provider, signal);
};

const begin = async (
  tools: Tools,
  database: ScopedDatabase,
  entry: Entry,
  { call_uuid, attempts }: ClaimedJob,
  provider: Provider,
  signal: AbortSignal,
): Promise<Result | Begun> => {
  const { organization_uuid, job_uuid } = entry;
  const found = await database.transaction((tx) => tools.findRecording(tx, organization_uuid, call_uuid));
  if (!found) throw new ProviderError('no_recording', {}, { final: true });
  const recording = { ...found, channel_content: await found.hearChannels(database) };
  let callback: Callback | null = null;
  if (tools.public_url !== undefined && provider.calls_back) {
    const secret = mintSecret('callback', organization_uuid);
    await addCallbackDigest(database, organization_uuid, job_uuid, digestOf(secret));
    callback = { url: addressAt(tools.public_url, `/v1/callbacks/${provider.name}`, { job_uuid }), secret };
  }
  // Of the whole, handing the recording over is the first half.
  const tell = (share: number) => void advanceJob(database, entryOf(entry), share / 2).catch(() => {});
  const open = async () => counted(await recording.open(), recording.bytes, tell);
  const withFile: Recording['withFile'] = (use) =>
    recording.withFile((path) => {
      tell(1);
      return use(path);
    });
  return provider.begin({ ...recording, open, withFile }, { signal, attempt: attempts, callback });
};

const take = async (
  { decoder }: Tools,
  database: ScopedDatabase,
  entry: Entry,
  job: ClaimedJob,
  { result, remark }: Result,
) => {
  const { organization_uuid, job_uuid: uuid } = entry;
  const file = await decoder.file(result, { organization_uuid }).catch((error: unknown) => {
    throw error instanceof Refusal ? unreadable(error) : error;
  });
  await finish(database, { organization_uuid, uuid, call_uuid: job.call_uuid }, file, remark);
};

/** Has the provider delete what is stored here now. Where that fails, the certificate of a purge will name it. */
const forget = async (
  { log }: Tools,
  database: ScopedDatabase,
  { organization_uuid, job_uuid }: Entry,
  { provider_id }: ClaimedJob,
  provider: Provider,
  signal: AbortSignal,
) => {
  if (!provider.forget || provider_id === null) return;
  try {
    await provider.forget(provider_id, signal);
    await markForgotten(database, organization_uuid, job_uuid);
  } catch (error) {
    log.warn({ error: described(error), job_uuid }, 'a provider has not deleted a transcript');
  }
};

const unreadable = ({ message, problems: [first] }: Refusal) =>
  new ProviderError(
    'result_unreadable',
    { ...first?.given, ...(first && { refusal: first.code }), words: message },
    { final: true },
  );

const wait = ({ queue }: Tools, database: ScopedDatabase, entry: Entry, { provider_id, look_after_ms }: Begun) =>
  database.transaction(async (tx) => {
    const looked = entry.step === 'begin' ? 0 : entry.looked + 1;
    const next: Entry = { ...entry, uuid: randomUUID(), step: 'collect', looked, failed_looks: 0 };
    // A provider may have called already; then its call goes on with the job.
    if (!(await handOverJob(tx, entryOf(entry), { uuid: next.uuid, provider_id }))) return;
    await queue.send(tx, [next], { delay_ms: look_after_ms });
  });

/** Error to show to users; an unexpected one of our own may pass, and its details go to the log alone. */
const troubleOf = ({ log }: Tools, error: unknown): ProviderError => {
  if (error instanceof ProviderError) return error;
  log.error({ error: described(error) }, 'a transcription failed');
  return new ProviderError('internal_error');
};

const settle = async (
  tools: Tools,
  database: ScopedDatabase,
  entry: Entry,
  job: ClaimedJob,
  trouble: ProviderError,
) => {
  const { attempts } = job;
  const begins = entry.step === 'begin' || trouble.restart;
  // What runs at the provider is given up only where look after look fails, however often it was begun.
  const failed_looks = begins ? 0 : (entry.failed_looks ?? 0) + 1;
  const failures = begins ? Math.max(1, attempts) : failed_looks;
  if (trouble.final || failures >= MOST_ATTEMPTS) return fail(database, entry, trouble.reason);
  const delay_ms = Math.max(trouble.retry_after_ms, tools.backoff_ms(failures));
  return database.transaction(async (tx) => {
    const next: Entry = { ...entry, uuid: randomUUID(), step: begins ? 'begin' : 'collect', failed_looks };
    const postponed = { uuid: next.uuid, attempts, reason: trouble.reason };
    if (!(await postponeJob(tx, entryOf(entry), postponed))) return;
    await tools.queue.send(tx, [next], { delay_ms, tries: failures + 1 });
  });
};

/** Puts an entry back when the process stops: another worker continues it, and it does not count as an attempt. */
const putBack = ({ queue }: Tools, database: ScopedDatabase, entry: Entry, { attempts }: ClaimedJob) =>
  database.transaction(async (tx) => {
    const next: Entry = { ...entry, uuid: randomUUID() };
    const counted = entry.step === 'begin' ? attempts - 1 : attempts;
    if (await postponeJob(tx, entryOf(entry), { uuid: next.uuid, attempts: counted, reason: null })) {
      await queue.send(tx, [next]);
    }
  });

const fail = (database: ScopedDatabase, entry: Entry, reason: JobReason): Promise<void> =>
  database.transaction(async (tx) => {
    const failed = await failJob(tx, entryOf(entry), reason);
    if (!failed) return;
    const actor = server(entry.organization_uuid, ACTION);
    record(tx, actor, { subject_type: 'job', subject_uuid: entry.job_uuid, outcome: 'failed' });
  });

const entryOf = ({ organization_uuid, job_uuid, uuid }: Entry) => ({ organization_uuid, job_uuid, uuid });
