import Type, { type Static } from 'typebox';
import { JobReason, JobRemark } from './job-reasons.ts';
import { route } from './table/route.ts';
import { DateTime, named, nullable, oneOf, pageOf, paging, Uuid } from './table/schema.ts';

/** Speech services that can transcribe a recording; the operator chooses which are set up. */
export const PROVIDERS = ['deepgram', 'assembly_ai', 'speech_server', 'local'] as const;
export type ProviderName = (typeof PROVIDERS)[number];

const State = oneOf(['queued', 'running', 'succeeded', 'failed', 'cancelled'], {
  description: 'A failed job stays, and can be retried.',
});

const answered = {
  uuid: Uuid,
  call_uuid: Uuid,
  kind: oneOf(['transcription']),
  provider: oneOf(PROVIDERS, {
    description: "speech_server is any server with OpenAI's API, local an engine on this machine.",
  }),
  state: State,
  attempts: Type.Integer({ minimum: 0, description: 'Number of attempts; after five it has failed.' }),
  progress: Type.Number({ minimum: 0, maximum: 1 }),
  error: nullable(Type.String({ description: '`reason` as an English sentence.' })),
  reason: nullable(JobReason),
  note: nullable(Type.String({ description: '`remarks` as English sentences.' })),
  remarks: Type.Array(JobRemark, { description: 'What is to be known of the result.' }),
  provider_id: nullable(Type.String({ description: "The provider's id of the job." })),
  created_at: DateTime,
  created_by: Uuid,
  started_at: nullable(DateTime),
  finished_at: nullable(DateTime),
};

/** Job: work done outside of a request. */
export const Job = named('Job', answered);
export type Job = Static<typeof Job>;

/** Job in a list, with the call and the case that it is about. */
export const ListedJob = named('ListedJob', {
  ...answered,
  call_title: nullable(Type.String()),
  call_file_name: nullable(Type.String()),
  call_started_at: nullable(DateTime),
  call_created_at: DateTime,
  case_uuid: Uuid,
  first_name: nullable(Type.String()),
  last_name: nullable(Type.String()),
});
export type ListedJob = Static<typeof ListedJob>;

/** Request for a transcription. Default provider: the first that is set up. */
export const TranscriptionRequest = named('TranscriptionRequest', { provider: Type.Optional(oneOf(PROVIDERS)) });
export type TranscriptionRequest = Static<typeof TranscriptionRequest>;

const ofCall = Type.Object({ call_uuid: Uuid });
const params = Type.Object({ job_uuid: Uuid });

export const jobs = {
  transcribe: route({
    method: 'POST',
    path: '/v1/calls/{call_uuid}/transcribe',
    summary: "Transcribe a call's recording",
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
    data: pageOf(ListedJob),
  }),
  list: route({
    method: 'GET',
    path: '/v1/jobs',
    summary: 'List jobs, newest first',
    access: 'viewer',
    query: Type.Object({ state: Type.Optional(State), ...paging }),
    status: 200,
    data: pageOf(ListedJob),
  }),
  get: route({
    method: 'GET',
    path: '/v1/jobs/{job_uuid}',
    summary: 'Get a job',
    access: 'viewer',
    params,
    status: 200,
    data: Job,
    unversioned: true,
  }),
  cancel: route({
    method: 'POST',
    path: '/v1/jobs/{job_uuid}/cancel',
    summary: 'Cancel a job; its result is discarded',
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
    summary: 'Retry a failed or cancelled job from the beginning',
    access: 'member',
    conflicts: true,
    params,
    status: 202,
    data: Job,
    unversioned: true,
    message: 'Job queued',
  }),
};
