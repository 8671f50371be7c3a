import { randomUUID } from 'node:crypto';
import type { ProviderName } from '@pharos/contract/jobs.ts';
import type { Transaction } from '../platform/database/database.ts';
import { badRequest, conflict, invalid, problem } from '../platform/errors/errors.ts';
import type { Entry, Queue } from '../platform/queue/queue.ts';

/** Dependencies for starting jobs; `hasRecording` tells whether a call has something to transcribe. */
export type Starter = {
  queue: Queue;
  /** Providers that the environment of the server has set up. */
  environment: ProviderName[];
  /** Providers that an organization can have its calls transcribed by, the default first. */
  providersOf(tx: Transaction, organization_uuid: string): Promise<ProviderName[]>;
  hasRecording(tx: Transaction, organization_uuid: string, call_uuid: string): Promise<boolean>;
};

/** Setup step for each provider, for messages that tell the operator what to do. */
const SETTINGS: Record<ProviderName, string> = {
  deepgram: 'sets DEEPGRAM_API_KEY',
  assembly_ai: 'sets ASSEMBLYAI_API_KEY',
  speech_server: 'sets TRANSCRIPTION_BASE_URL',
  local: 'runs "npm run add-speech"',
};

/** The provider that is asked: 400 where one is named that is not set up here, or where none is. */
export const chooseProvider = (providers: readonly ProviderName[], wanted?: ProviderName): ProviderName => {
  const [first] = providers;
  if (!first) {
    throw badRequest(
      'no_provider',
      `No speech provider is set up here: an admin sets one by PUT /v1/speech, or the operator ${Object.values(SETTINGS).join(', or ')}`,
    );
  }
  if (wanted === undefined || providers.includes(wanted)) return wanted ?? first;
  throw invalid(
    problem(
      '/provider',
      'provider_not_configured',
      `is not set up here: the operator ${SETTINGS[wanted]}; there is ${providers.join(', ')}`,
    ),
  );
};

/** 409 where there is nothing to transcribe. */
export const requireRecording = async (
  { hasRecording }: Starter,
  tx: Transaction,
  organization_uuid: string,
  call_uuid: string,
): Promise<void> => {
  if (await hasRecording(tx, organization_uuid, call_uuid)) return;
  throw conflict('no_recording', 'The call has no recording: upload one first');
};

export const oneAtATime = () =>
  conflict('transcription_in_progress', 'A transcription of this call is under way; wait for it, or cancel it');

/** The queue's first entry of a job. */
export const firstEntry = (organization_uuid: string, job_uuid: string): Entry => ({
  uuid: randomUUID(),
  organization_uuid,
  job_uuid,
  step: 'begin',
  looked: 0,
});
