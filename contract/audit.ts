import Type, { type Static } from 'typebox';
import { route } from './table/route.ts';
import { DateTime, named, nullable, oneOf, pageOf, paging, Uuid } from './table/schema.ts';

/** Something that a person or a program did, read or was refused. It holds no names, labels or words. */
export const AuditEvent = named('AuditEvent', {
  uuid: Uuid,
  at: DateTime,
  actor_uuid: Type.Unsafe<string | null>({ ...nullable(Uuid), description: 'The user; null for the server itself.' }),
  action: Type.String({ description: 'A route of this reference, such as calls.update, or a task of the server.' }),
  subject_type: Type.String({ description: 'Type of the record: call, case, user, token, organization and so on.' }),
  subject_uuid: nullable(Uuid),
  outcome: oneOf(['ok', 'refused', 'failed']),
  request_id: nullable(Uuid),
  address: Type.Unsafe<string | null>({ type: ['string', 'null'], description: 'IP address of the request.' }),
  before_version: nullable(Type.Integer()),
  after_version: nullable(Type.Integer()),
  listed: Type.Unsafe<number | null>({
    ...nullable(Type.Integer({ minimum: 0 })),
    description:
      'Entries that a list or a search showed; null for all else. The same list of one user, with as many entries, is one event in ten minutes.',
  }),
  position: Type.Integer({ minimum: 1, description: "Position of the event in the organization's chain." }),
  hash: Type.String({
    description:
      'SHA-256, in hex, of the JSON array `[position, previous_hash, uuid, at, actor_uuid, action, subject_type, subject_uuid, outcome, request_id, address, before_version, after_version]`, with `listed` as a last element where it is not null.',
  }),
  previous_hash: Type.String({ description: 'Hash of the previous position; 64 zeros at the first.' }),
});
export type AuditEvent = Static<typeof AuditEvent>;

/** Result of verifying an organization's whole chain. */
export const AuditVerification = named('AuditVerification', {
  intact: Type.Boolean(),
  events: Type.Integer({ minimum: 0 }),
  head: nullable(
    Type.String({ description: 'The newest hash. Kept elsewhere, it later proves that no events were cut off.' }),
  ),
  broken_at: nullable(Type.Integer({ description: 'First position that does not follow from the previous one.' })),
  holds_head: nullable(
    Type.Boolean({
      description:
        'Whether the chain still has the kept `head` that was asked for, and so all that led to it; null if none was.',
    }),
  ),
  runs_back_at: nullable(
    Type.Integer({
      description: 'The first position whose time is more than five minutes before an earlier one’s, if there is any.',
    }),
  ),
});
export type AuditVerification = Static<typeof AuditVerification>;

export const audit = {
  list: route({
    method: 'GET',
    path: '/v1/audit-events',
    summary: 'List audit events, newest first',
    access: 'admin',
    query: Type.Object({
      action: Type.Optional(Type.String({ maxLength: 100 })),
      actor_uuid: Type.Optional(Uuid),
      subject_uuid: Type.Optional(Uuid),
      outcome: Type.Optional(oneOf(['ok', 'refused', 'failed'])),
      after: Type.Optional(DateTime),
      before: Type.Optional(DateTime),
      ...paging,
    }),
    status: 200,
    data: pageOf(AuditEvent),
  }),
  verify: route({
    method: 'GET',
    path: '/v1/audit-events/verification',
    summary: 'Verify the whole chain of audit events',
    access: 'admin',
    also_refuses: [404],
    query: Type.Object({
      head: Type.Optional(
        Type.String({ pattern: '^[0-9a-f]{64}$', description: 'A newest hash that was kept elsewhere before.' }),
      ),
      at: Type.Optional(
        Type.Integer({
          minimum: 1,
          maximum: Number.MAX_SAFE_INTEGER,
          description: 'The position that it was kept at.',
        }),
      ),
      organization_uuid: Type.Optional(
        Type.Unsafe<string>({ ...Uuid, description: "One's own unless told; only operators verify another's." }),
      ),
    }),
    status: 200,
    data: AuditVerification,
    unversioned: true,
  }),
};
