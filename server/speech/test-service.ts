import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { JobReason } from '@pharos/contract/job-reasons.ts';
import type { SpeechTest } from '@pharos/contract/speech.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Transcript } from '@pharos/contract/transcripts.ts';
import { reasonSentence } from '../jobs/sentences.ts';
import { record } from '../platform/audit/record.ts';
import { conflict, Refusal } from '../platform/errors/errors.ts';
import type { Decoder } from '../platform/serving/decoder.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import type { Provider } from '../transcription/providers/provider.ts';
import { ProviderError } from '../transcription/providers/provider-error.ts';
import type { Recording } from '../transcription/recording.ts';
import { turnsOf } from '../transcripts/turns.ts';
import { findService } from './queries.ts';
import { type Needs, requireSettable } from './settings.ts';

/** Fourteen seconds of the demo's first call: two people, one channel. */
const SAMPLE = fileURLToPath(new URL('./sample.mp3', import.meta.url));
const LIMIT_MS = 60_000;
const TURNS_SHOWN = 4;

/** Organizations that test a service now. */
const testing = new Set<string>();

type Testing = RouteRequest<Routes['speech']['test']>;

/** Has the sample transcribed, by settings that are not kept. A service that fails is an answer, too. */
export const testService = async (
  { database, actor, body, signal }: Testing,
  { starter, speech, decoder }: Needs & { decoder: Decoder },
) => {
  const { organization_uuid } = actor;
  const { provider } = body;
  requireSettable(actor, body);
  const known = await findService(database, organization_uuid, provider);
  const opened =
    speech.openBy(provider, { ...(known && speech.settingsOf(known)), ...body }) ?? starter.openEnvironment(provider);
  if (testing.has(organization_uuid))
    throw conflict('speech_test_running', 'A test is running; wait until it has ended');
  testing.add(organization_uuid);
  const began = performance.now();
  const ended = (): number => Math.round(performance.now() - began);
  try {
    await database.transaction(async (tx) => record(tx, actor, { subject_type: 'speech_service' }));
    if (!opened) throw new ProviderError('provider_not_configured');
    const limit = AbortSignal.timeout(LIMIT_MS);
    const bytes = await transcribe(opened, signal ? AbortSignal.any([signal, limit]) : limit);
    const file = await decoder.file(bytes, { organization_uuid });
    return { data: { ...heard(JSON.parse(Buffer.from(file.transcript.bytes).toString())), ms: ended() } };
  } catch (error) {
    const reason = reasonOf(error);
    return { data: { reason, error: reasonSentence(reason, provider), ms: ended(), voices: 0, turns: [] } };
  } finally {
    testing.delete(organization_uuid);
  }
};

const heard = ({ words }: Transcript): Omit<SpeechTest, 'ms'> => ({
  reason: null,
  error: null,
  voices: new Set(words.map(({ speaker }) => speaker || null)).size,
  turns: turnsOf(words)
    .slice(0, TURNS_SHOWN)
    .map(({ speaker, start_ms, words }) => ({
      speaker,
      start_ms,
      text: words.map(({ text }) => text.trim()).join(' '),
    })),
});

/** Reason of a failed test; throws what is no failure of the service. */
const reasonOf = (error: unknown): JobReason => {
  if (error instanceof ProviderError) return error.reason;
  if (error instanceof Refusal && error.status < 500)
    return { code: 'result_unreadable', given: { words: error.message } };
  if (error instanceof DOMException && error.name === 'TimeoutError') return { code: 'provider_timeout' };
  throw error;
};

const transcribe = async (provider: Provider, signal: AbortSignal): Promise<Uint8Array> => {
  let reached = await provider.begin(await sample(), { signal, attempt: 1, callback: null });
  for (let looked = 0; !('result' in reached); looked++) {
    const { provider_id, look_after_ms } = reached;
    await setTimeout(look_after_ms, undefined, { signal });
    reached = await provider.collect(provider_id, looked, signal);
    // It leaves nothing with the maker.
    if ('result' in reached && provider_id !== null) await provider.forget?.(provider_id, signal).catch(() => {});
  }
  return reached.result;
};

const sample = async (): Promise<Recording> => ({
  uuid: 'sample',
  content_type: 'audio/mpeg',
  file_format: 'mp3',
  bytes: (await stat(SAMPLE)).size,
  channels: 1,
  channel_content: 'mixed',
  hearChannels: async () => 'mixed',
  open: async () => createReadStream(SAMPLE),
  withFile: (use) => use(SAMPLE),
});
