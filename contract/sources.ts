import Type, { type Static } from 'typebox';
import { ARRIVAL_REASONS, ARRIVAL_STATES, Arrival } from './arrivals.ts';
import { PROVIDERS } from './jobs.ts';
import { route } from './table/route.ts';
import { DateTime, named, nullable, oneOf, pageOf, paging, Uuid } from './table/schema.ts';

/**
 * Kinds of sources: telephone systems by name, any other by signed messages, a mailbox that voicemails are sent to, and a
 * folder of the server.
 */
export const SOURCE_KINDS = ['twilio', 'zoom_phone', 'telnyx', 'ring_central', 'webhook', 'mailbox', 'folder'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Names of the secrets of each kind. */
export const SOURCE_SECRETS = {
  twilio: ['auth_token'],
  zoom_phone: ['secret_token', 'client_secret'],
  telnyx: [],
  ring_central: ['client_secret', 'jwt'],
  webhook: ['signing_secret'],
  mailbox: ['password'],
  folder: [],
} as const satisfies Record<SourceKind, readonly string[]>;

/** Naming schemes of telephone systems that write recordings into a folder. */
export const FOLDER_PRESETS = ['freepbx', 'issabel', '3cx', 'any'] as const;

/** Maximum size of a message, in bytes: 64 KiB. */
export const MESSAGE_LIMIT = 64 * 1024;

const Name = Type.String({ minLength: 1, maxLength: 255 });
const Text = (description: string) => Type.Optional(Type.String({ maxLength: 1024, description }));

/** Settings of a source that are no secrets. Each kind reads its own. */
export const SourceSettings = Type.Object({
  account_id: Text("twilio: the account's SID. zoom_phone: the account's id."),
  client_id: Text('zoom_phone, ring_central: of the app by which recordings are asked for.'),
  public_key: Text('telnyx: the public key of the account, in base64.'),
  hosts: Type.Optional(
    Type.Array(Type.String({ pattern: '^\\.?[a-z0-9-]+(\\.[a-z0-9-]+)+$', maxLength: 255 }), {
      maxItems: 20,
      description:
        'Hosts that recordings may be fetched from; one that begins with a dot stands for all names below it.',
    }),
  ),
  host: Type.Optional(
    Type.String({
      pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)+$',
      maxLength: 253,
      description: 'mailbox: the mail server, which is asked by IMAP over TLS on port 993; its address must be public.',
    }),
  ),
  username: Text('mailbox: the name to sign in with, mostly the whole e-mail address.'),
  mailbox: Text('mailbox: the folder that is read. Default: INBOX.'),
  folder: Text('folder: its whole path on the server; only an operator can set it.'),
  preset: Type.Optional(oneOf(FOLDER_PRESETS, { description: 'folder: how file names are read.' })),
  since: Type.Optional(
    Type.Unsafe<string>({
      ...DateTime,
      description:
        'folder, mailbox, ring_central: what came since then is taken. Default: since the source was added. twilio: its list of recordings is asked for those since then, too. Default: only what it tells of.',
    }),
  ),
  remove_taken: Type.Optional(
    Type.Boolean({ description: 'folder, mailbox: delete a file or mail once it is taken. Default: false.' }),
  ),
});
export type SourceSettings = Static<typeof SourceSettings>;

const Secrets = Type.Unsafe<Record<string, string>>({
  type: 'object',
  additionalProperties: { type: 'string', minLength: 1, maxLength: 4096 },
  maxProperties: 4,
  description:
    'Secrets by name: auth_token, secret_token, client_secret, signing_secret, password, jwt. Kept encrypted, never shown.',
});

const OurChannel = nullable(
  Type.Integer({ minimum: 0, maximum: 1, description: "Channel of the home's own voice in a stereo recording." }),
);

const Activity = named('SourceActivity', {
  last_call_at: nullable(DateTime),
  today: Type.Integer({ description: 'Calls since midnight by the clock of the organization.' }),
  usual_a_day: nullable(
    Type.Number({ description: 'Median of the last four weeks; null before there is a week of them.' }),
  ),
  silent_hours: nullable(
    Type.Integer({
      description: 'Hours without a call, where that is longer than any silence of the last four weeks; else null.',
    }),
  ),
  refused_today: Type.Integer(),
  days: Type.Array(Type.Object({ day: Type.String(), calls: Type.Integer() }), {
    description: 'Calls of each of the last 15 days, oldest first.',
  }),
});

/** Source that calls come in from by themselves. */
export const Source = named('Source', {
  uuid: Uuid,
  organization_uuid: Uuid,
  name: Name,
  kind: oneOf(SOURCE_KINDS),
  location_uuid: nullable(Uuid),
  settings: SourceSettings,
  secrets: Type.Array(Type.String(), { description: 'Names of the secrets that are set.' }),
  our_channel: OurChannel,
  transcribe: Type.Boolean({ description: 'Transcribe what comes in, where a speech service is set up.' }),
  provider: nullable(oneOf(PROVIDERS, { description: 'Speech service; null: the first that is set up.' })),
  address: nullable(
    Type.String({ description: 'Address to give to the telephone system; null where the server asks by itself.' }),
  ),
  quiet_until: nullable(DateTime),
  looked_at: nullable(
    Type.Unsafe<string>({
      ...DateTime,
      description: 'Time at which the server last looked into a mailbox or folder, or asked a telephone system.',
    }),
  ),
  look_reason: nullable(oneOf(ARRIVAL_REASONS, { description: 'Reason why that failed; it is tried again.' })),
  activity: Activity,
  created_at: DateTime,
  created_by: Uuid,
  updated_at: DateTime,
});
export type Source = Static<typeof Source>;

const writable = {
  location_uuid: Type.Optional(nullable(Uuid)),
  settings: Type.Optional(SourceSettings),
  secrets: Type.Optional(Secrets),
  our_channel: Type.Optional(OurChannel),
  transcribe: Type.Optional(Type.Boolean()),
  provider: Type.Optional(nullable(oneOf(PROVIDERS))),
};

export const SourceCreate = named('SourceCreate', { name: Name, kind: oneOf(SOURCE_KINDS), ...writable });
export type SourceCreate = Static<typeof SourceCreate>;

/** Merge patch: `settings` is replaced whole, `secrets` are set by name. */
export const SourcePatch = named('SourcePatch', {
  name: Type.Optional(Name),
  ...writable,
  quiet_until: Type.Optional(
    Type.Unsafe<string | null>({
      type: ['string', 'null'],
      format: 'date-time',
      description: 'Until then a silence is no alarm.',
    }),
  ),
});
export type SourcePatch = Static<typeof SourcePatch>;

const params = Type.Object({ source_uuid: Uuid });
const arrivalParams = Type.Object({ source_uuid: Uuid, arrival_uuid: Uuid });

export const sources = {
  list: route({
    method: 'GET',
    path: '/v1/sources',
    summary: 'List the sources that calls come in from, newest first',
    access: 'admin',
    query: Type.Object({ ...paging }),
    status: 200,
    data: pageOf(Source),
  }),
  create: route({
    method: 'POST',
    path: '/v1/sources',
    summary: 'Add a source; give its address to the telephone system',
    access: 'admin',
    body: SourceCreate,
    example: {
      name: 'Main line',
      kind: 'twilio',
      settings: { account_id: 'AC0123456789abcdef0123456789abcdef' },
      secrets: { auth_token: 'the auth token of the account' },
    } satisfies SourceCreate,
    status: 201,
    data: Source,
    message: 'Source created',
  }),
  get: route({
    method: 'GET',
    path: '/v1/sources/{source_uuid}',
    summary: 'Get a source, with its calls of the last days and whether it has fallen silent',
    access: 'admin',
    params,
    status: 200,
    data: Source,
    unversioned: true,
  }),
  patch: route({
    method: 'PATCH',
    path: '/v1/sources/{source_uuid}',
    summary: 'Change a source by a merge patch (RFC 7396)',
    access: 'admin',
    params,
    body: SourcePatch,
    body_kind: 'merge_patch',
    example: { name: 'Main line, nights' } satisfies SourcePatch,
    status: 200,
    data: Source,
    message: 'Source updated',
    unversioned: true,
  }),
  remove: route({
    method: 'DELETE',
    path: '/v1/sources/{source_uuid}',
    summary: 'Remove a source; the calls that came from it stay',
    access: 'admin',
    params,
    status: 204,
    unversioned: true,
  }),
  test: route({
    method: 'POST',
    path: '/v1/sources/{source_uuid}/test',
    summary:
      'Test a source: check its secrets by a message that the server signs itself, or by asking the folder, mailbox or telephone system',
    access: 'admin',
    params,
    status: 200,
    data: Arrival,
    unversioned: true,
  }),
  arrivals: route({
    method: 'GET',
    path: '/v1/sources/{source_uuid}/arrivals',
    summary: 'List what came from a source and what became of it, newest first',
    access: 'admin',
    params,
    query: Type.Object({ state: Type.Optional(oneOf(ARRIVAL_STATES)), ...paging }),
    status: 200,
    data: pageOf(Arrival),
  }),
  replay: route({
    method: 'POST',
    path: '/v1/sources/{source_uuid}/arrivals/{arrival_uuid}/replay',
    summary: 'Try what failed or was refused again; the signature of a refused message is checked anew',
    access: 'admin',
    conflicts: true,
    params: arrivalParams,
    status: 200,
    data: Arrival,
    unversioned: true,
  }),
};

/** Route that sources send to. */
export const intake = {
  receive: route({
    method: 'POST',
    path: '/v1/intake/{source_uuid}',
    summary: 'Receive a message of a source, known by its signature; answered as soon as it is kept',
    access: 'source',
    params,
    body: Type.Unsafe<Uint8Array | string>({ type: 'string', format: 'binary' }),
    body_kind: 'raw',
    body_limit: MESSAGE_LIMIT,
    status: 200,
    answer_kind: 'bytes',
  }),
};
