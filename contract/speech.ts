import Type, { type Static } from 'typebox';
import { JobReason } from './job-reasons.ts';
import { PROVIDERS } from './jobs.ts';
import { route } from './table/route.ts';
import { named, nullable, oneOf } from './table/schema.ts';

/** Speech service, and whether an organization can have its calls transcribed by it. */
export const SpeechService = named('SpeechService', {
  provider: oneOf(PROVIDERS),
  set_up_by: nullable(
    oneOf(['organization', 'environment'], {
      description: 'organization: settings of its own. environment: the server itself. null: not set up.',
    }),
  ),
  is_default: Type.Boolean({ description: 'True for the service that transcribes unless another one is named.' }),
  base_url: nullable(Type.String({ description: 'speech_server: the address that the organization has set.' })),
  model: nullable(Type.String({ description: 'speech_server: the model that the organization has set.' })),
});
export type SpeechService = Static<typeof SpeechService>;

/** Settings of a speech service. The key is kept encrypted and never shown. */
export const SpeechSettings = named('SpeechSettings', {
  provider: oneOf(PROVIDERS),
  api_key: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 1024,
      pattern: '^[\\x21-\\x7E]+$',
      description: 'Absent: the one that is set.',
    }),
  ),
  base_url: Type.Optional(
    Type.String({
      maxLength: 1024,
      pattern: '^https?://[^\\s]+$',
      description: 'speech_server: its address, which only an operator can set.',
    }),
  ),
  model: Type.Optional(
    Type.String({ minLength: 1, maxLength: 255, description: 'speech_server. Default: whisper-1.' }),
  ),
});
export type SpeechSettings = Static<typeof SpeechSettings>;

/** Result of a test: what the service heard in a recording that comes with Pharos, or why it did not. */
export const SpeechTest = named('SpeechTest', {
  reason: nullable(JobReason),
  error: nullable(Type.String({ description: '`reason` as an English sentence.' })),
  ms: Type.Integer({ minimum: 0, description: 'Milliseconds that the service took.' }),
  voices: Type.Integer({ minimum: 0 }),
  turns: Type.Array(
    Type.Object({ speaker: nullable(Type.String()), text: Type.String(), start_ms: Type.Number({ minimum: 0 }) }),
    { description: 'The first turns that were heard.' },
  ),
});
export type SpeechTest = Static<typeof SpeechTest>;

const example: SpeechSettings = { provider: 'deepgram', api_key: 'your-own-key' };

/** Routes for speech services of an organization. */
export const speech = {
  list: route({
    method: 'GET',
    path: '/v1/speech',
    summary: 'List speech services, and which of them transcribe your calls',
    access: 'viewer',
    status: 200,
    data: Type.Object({ items: Type.Array(SpeechService) }),
    unversioned: true,
  }),
  set: route({
    method: 'PUT',
    path: '/v1/speech',
    summary: 'Set up a speech service for your organization, and make it the one that transcribes',
    access: 'admin',
    body: SpeechSettings,
    example,
    status: 200,
    data: SpeechService,
    unversioned: true,
    message: 'Speech service set up',
  }),
  remove: route({
    method: 'DELETE',
    path: '/v1/speech',
    summary: "Forget your organization's settings of a speech service, with its key",
    access: 'admin',
    query: Type.Object({ provider: oneOf(PROVIDERS) }),
    status: 204,
  }),
  test: route({
    method: 'POST',
    path: '/v1/speech/test',
    summary: 'Have a short recording transcribed that comes with Pharos, by these settings or by those that are set',
    access: 'admin',
    conflicts: true,
    body: SpeechSettings,
    example,
    status: 200,
    data: SpeechTest,
    unversioned: true,
  }),
};
