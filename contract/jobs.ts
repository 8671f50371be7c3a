import Type, { type Static } from 'typebox';
import { route } from './table/route.ts';
import { DateTime, named, nullable, oneOf, pageOf, paging, Uuid } from './table/schema.ts';

/** Speech services that can transcribe a recording; the operator chooses which are set up. */
export const PROVIDERS = ['deepgram', 'assembly_ai', 'speech_server', 'local'] as const;
export type ProviderName = (typeof PROVIDERS)[number];

const State = oneOf(['queued', 'running', 'succeeded', 'failed', 'cancelled'], {
  description: 'A job that failed stays, and can be tried again.',
});

/** Work that is done apart from a request. */
export const Job = named('Job', {
  uuid: Uuid,
  call_uuid: Uuid,
  kind: oneOf(['transcription']),
  provider: oneOf(PROVIDERS, {
    description: 'speech_server is any server with the OpenAI interface, local an engine on this machine.',
  }),
  state: State,
  attempts: Type.Integer({ minimum: 0, description: 'How often it was begun; after five times it has failed.' }),
  progress: Type.Number({ minimum: 0, maximum: 1 }),
  error: nullable(
    Type.String({ description: "Why it failed, or why it waits to be tried again; the provider's words." }),
  ),
  note: nullable(Type.String({ description: 'What is to be known of the result.' })),
  provider_id: nullable(Type.String({ description: "The provider's own id of the work." })),
  created_at: DateTime,
  created_by: Uuid,
  started_at: nullable(DateTime),
  finished_at: nullable(DateTime),
});
export type Job = Static<typeof Job>;

/** A wish for a transcription; without a provider, the first that is set up does it. */
export const TranscriptionRequest = named('TranscriptionRequest', { provider: Type.Optional(oneOf(PROVIDERS)) });
export type TranscriptionRequest = Static<typeof TranscriptionRequest>;

const ofCall = Type.Object({ call_uuid: Uuid });
const params = Type.Object({ job_uuid: Uuid });

export const jobs = {
  transcribe: route({
    method: 'POST',
    path: '/v1/calls/{call_uuid}/transcribe',
    summary: "Have a call's recording transcribed",
    access: 'member',
    conflicts: true,
    params: ofCall,
    body: TranscriptionRequest,
    example: { provider: 'deepgram' } satisfies TranscriptionRequest,
    status: 202,
    data: Job,
    unversioned: true,
    message: 'Transcription queued',
  }),
  listOfCall: route({
    method: 'GET',
    path: '/v1/calls/{call_uuid}/jobs',
    summary: "List a call's jobs, newest first",
    access: 'viewer',
    params: ofCall,
    query: Type.Object({ ...paging }),
    status: 200,
    data: pageOf(Job),
  }),
  list: route({
    method: 'GET',
    path: '/v1/jobs',
    summary: 'List jobs, newest first',
    access: 'viewer',
    query: Type.Object({ state: Type.Optional(State), ...paging }),
    status: 200,
    data: pageOf(Job),
  }),
  get: route({
    method: 'GET',
    path: '/v1/jobs/{job_uuid}',
    summary: 'Read a job',
    access: 'viewer',
    params,
    status: 200,
    data: Job,
    unversioned: true,
  }),
  cancel: route({
    method: 'POST',
    path: '/v1/jobs/{job_uuid}/cancel',
    summary: 'Cancel a job: its result is not taken, whenever it comes',
    access: 'member',
    conflicts: true,
    params,
    status: 200,
    data: Job,
    unversioned: true,
    message: 'Job cancelled',
  }),
  retry: route({
    method: 'POST',
    path: '/v1/jobs/{job_uuid}/retry',
    summary: 'Try a failed or cancelled job again, from its beginning',
    access: 'member',
    conflicts: true,
    params,
    status: 202,
    data: Job,
    unversioned: true,
    message: 'Job queued',
  }),
};
