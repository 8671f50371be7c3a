import Type, { type Static } from 'typebox';
import { CHANGE_TYPE_NAMES, Change } from './changes.ts';
import { route } from './table/route.ts';
import { DateTime, named, nullable, oneOf, pageOf, paging, Uuid } from './table/schema.ts';

/** Webhooks that an organization can have. */
export const MOST_WEBHOOKS = 20;

/** `thin`: the change alone. `whole`: with the call or the case as it is when it is sent. */
export const WEBHOOK_PAYLOADS = ['thin', 'whole'] as const;

/** States of a delivery: it waits for its next attempt, was accepted, or was given up after three days. */
export const DELIVERY_STATES = ['waiting', 'delivered', 'parked'] as const;

/** Reasons why an attempt failed; `interrupted`: the server ended before it knew whether it had arrived. */
export const ATTEMPT_REASONS = [
  'address_not_allowed',
  'interrupted',
  'redirected',
  'refused',
  'timed_out',
  'unreachable',
] as const;
export type AttemptReason = (typeof ATTEMPT_REASONS)[number];

const Url = Type.String({
  minLength: 1,
  maxLength: 2048,
  pattern: '^https?://',
  description:
    'Address that is called: https, and none inside the server’s network unless its operator allows the host.',
});
const Types = Type.Array(oneOf(CHANGE_TYPE_NAMES), {
  maxItems: 100,
  description: 'Types of changes that it is told of; empty: all of them.',
});
const Name = Type.String({ minLength: 1, maxLength: 255 });
const Payload = oneOf(WEBHOOK_PAYLOADS, {
  description: 'thin: the change alone. whole: with the call or the case, as it is when it is sent.',
});

/** An address that is called with each change. */
export const Webhook = named('Webhook', {
  uuid: Uuid,
  organization_uuid: Uuid,
  name: Name,
  url: Url,
  types: Types,
  payload: Payload,
  enabled: Type.Boolean({ description: 'False: what happens meanwhile is delivered once it is enabled again.' }),
  waiting: Type.Integer({ description: 'Deliveries that wait for their next attempt.' }),
  parked: Type.Integer({ description: 'Deliveries that were given up after three days.' }),
  failing_since: Type.Unsafe<string | null>({
    ...nullable(DateTime),
    description: 'Time of the first failed attempt since the last that was accepted.',
  }),
  last_delivered_at: nullable(DateTime),
  created_at: DateTime,
  created_by: Uuid,
  updated_at: DateTime,
});
export type Webhook = Static<typeof Webhook>;

/** A secret by which deliveries are signed, shown once. */
const Secret = Type.String({ description: 'Signing secret, `whsec_…`, shown once.' });
export const WebhookWithSecret = named('WebhookWithSecret', { webhook: Webhook, secret: Secret });

export const WebhookCreate = named('WebhookCreate', {
  name: Name,
  url: Url,
  types: Type.Optional(Types),
  payload: Type.Optional(Payload),
});
export type WebhookCreate = Static<typeof WebhookCreate>;

/** Merge patch: `types` is replaced whole. */
export const WebhookPatch = named('WebhookPatch', {
  name: Type.Optional(Name),
  url: Type.Optional(Url),
  types: Type.Optional(Types),
  payload: Type.Optional(Payload),
  enabled: Type.Optional(Type.Boolean()),
});
export type WebhookPatch = Static<typeof WebhookPatch>;

/** Delivery of one change to a webhook. */
export const WebhookDelivery = named('WebhookDelivery', {
  uuid: Uuid,
  webhook_uuid: Uuid,
  change: Change,
  state: oneOf(DELIVERY_STATES),
  attempts: Type.Integer({ description: 'Attempts that were begun.' }),
  last_status: nullable(Type.Integer({ description: 'HTTP status of the last answer.' })),
  last_reason: nullable(oneOf(ATTEMPT_REASONS)),
  next_attempt_at: nullable(DateTime),
  delivered_at: nullable(DateTime),
  created_at: DateTime,
});
export type WebhookDelivery = Static<typeof WebhookDelivery>;

/** One attempt of a delivery. Without `ended_at` it is being made. */
export const WebhookAttempt = named('WebhookAttempt', {
  uuid: Uuid,
  delivery_uuid: Uuid,
  created_at: DateTime,
  ended_at: nullable(DateTime),
  status: nullable(Type.Integer()),
  reason: nullable(oneOf(ATTEMPT_REASONS)),
});
export type WebhookAttempt = Static<typeof WebhookAttempt>;

const params = Type.Object({ webhook_uuid: Uuid });
const deliveryParams = Type.Object({ webhook_uuid: Uuid, delivery_uuid: Uuid });
const Replayed = Type.Object({ replayed: Type.Integer({ description: 'Deliveries that wait again.' }) });

export const webhooks = {
  list: route({
    method: 'GET',
    path: '/v1/webhooks',
    summary: 'List webhooks, newest first',
    access: 'admin',
    query: Type.Object({ ...paging }),
    status: 200,
    data: pageOf(Webhook),
  }),
  create: route({
    method: 'POST',
    path: '/v1/webhooks',
    summary: 'Add a webhook for what changes from now on; its secret is shown once',
    access: 'admin',
    conflicts: true,
    shows_secret: true,
    body: WebhookCreate,
    example: {
      name: 'Family portal',
      url: 'https://portal.example/hooks/pharos',
      types: ['call.created', 'transcript.updated'],
    } satisfies WebhookCreate,
    status: 201,
    data: WebhookWithSecret,
    message: 'Webhook created',
    unversioned: true,
  }),
  get: route({
    method: 'GET',
    path: '/v1/webhooks/{webhook_uuid}',
    summary: 'Get a webhook, with what waits and what was given up',
    access: 'admin',
    params,
    status: 200,
    data: Webhook,
    unversioned: true,
  }),
  patch: route({
    method: 'PATCH',
    path: '/v1/webhooks/{webhook_uuid}',
    summary: 'Change a webhook by a merge patch (RFC 7396)',
    access: 'admin',
    params,
    body: WebhookPatch,
    body_kind: 'merge_patch',
    example: { types: [], enabled: true } satisfies WebhookPatch,
    status: 200,
    data: Webhook,
    message: 'Webhook updated',
    unversioned: true,
  }),
  remove: route({
    method: 'DELETE',
    path: '/v1/webhooks/{webhook_uuid}',
    summary: 'Remove a webhook with its log; nothing is sent any more',
    access: 'admin',
    params,
    status: 204,
    unversioned: true,
  }),
  rotateSecret: route({
    method: 'POST',
    path: '/v1/webhooks/{webhook_uuid}/secret',
    summary: 'Replace the secret; deliveries are signed by the old one too, for as long as told',
    access: 'admin',
    shows_secret: true,
    params,
    body: Type.Object({
      overlap_hours: Type.Optional(Type.Integer({ minimum: 0, maximum: 168, description: 'Default: 24.' })),
    }),
    example: { overlap_hours: 24 },
    status: 200,
    data: WebhookWithSecret,
    message: 'Secret replaced',
    unversioned: true,
  }),
  deliveries: route({
    method: 'GET',
    path: '/v1/webhooks/{webhook_uuid}/deliveries',
    summary: 'List deliveries and what became of them, newest first; accepted ones are kept for 30 days',
    access: 'admin',
    params,
    query: Type.Object({ state: Type.Optional(oneOf(DELIVERY_STATES)), ...paging }),
    status: 200,
    data: pageOf(WebhookDelivery),
  }),
  attempts: route({
    method: 'GET',
    path: '/v1/webhooks/{webhook_uuid}/deliveries/{delivery_uuid}/attempts',
    summary: 'List the attempts of a delivery, newest first',
    access: 'admin',
    params: deliveryParams,
    query: Type.Object({ ...paging }),
    status: 200,
    data: pageOf(WebhookAttempt),
  }),
  replayOne: route({
    method: 'POST',
    path: '/v1/webhooks/{webhook_uuid}/deliveries/{delivery_uuid}/replay',
    summary: 'Deliver one change again, with the id that it had',
    access: 'admin',
    params: deliveryParams,
    status: 200,
    data: WebhookDelivery,
    unversioned: true,
  }),
  replay: route({
    method: 'POST',
    path: '/v1/webhooks/{webhook_uuid}/replay',
    summary: 'Deliver all changes of a time again, with the ids that they had',
    access: 'admin',
    params,
    body: Type.Object({
      from: DateTime,
      to: Type.Optional(DateTime),
      state: Type.Optional(oneOf(DELIVERY_STATES, { description: 'Only deliveries in this state.' })),
    }),
    example: { from: '2026-11-17T09:00:00Z', to: '2026-11-17T18:00:00Z', state: 'parked' },
    status: 200,
    data: Replayed,
    unversioned: true,
  }),
};
