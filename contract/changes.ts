import Type, { type Static } from 'typebox';
import { type AccessLevel, route } from './table/route.ts';
import { DateTime, named, nullable, oneOf, Uuid } from './table/schema.ts';

/** Types of changes, each with the access level that it takes to see one. */
export const CHANGE_TYPES = {
  'call.created': 'viewer',
  'call.updated': 'viewer',
  'call.deleted': 'viewer',
  'call.restored': 'viewer',
  'call.purged': 'viewer',
  'transcript.updated': 'viewer',
  'labels.updated': 'viewer',
  'generations.updated': 'viewer',
  'case.created': 'viewer',
  'case.updated': 'viewer',
  'case.deleted': 'viewer',
  'case.restored': 'viewer',
  'case.purged': 'viewer',
  'hold.placed': 'viewer',
  'hold.released': 'viewer',
  'recording.added': 'viewer',
  'recording.removed': 'viewer',
  'recording.purged': 'viewer',
  'job.queued': 'viewer',
  'job.succeeded': 'viewer',
  'job.failed': 'viewer',
  'job.cancelled': 'viewer',
  'generation_template.created': 'viewer',
  'generation_template.updated': 'viewer',
  'generation_template.deleted': 'viewer',
  'generation_template.restored': 'viewer',
  'location.created': 'viewer',
  'location.updated': 'viewer',
  'location.deleted': 'viewer',
  'user.created': 'viewer',
  'user.updated': 'viewer',
  'organization.updated': 'viewer',
  'source.created': 'admin',
  'source.updated': 'admin',
  'source.deleted': 'admin',
} as const satisfies Record<string, AccessLevel>;
export type ChangeType = keyof typeof CHANGE_TYPES;
export const CHANGE_TYPE_NAMES = Object.keys(CHANGE_TYPES) as ChangeType[];

/** Change of a record: what it was and which record, without any of its contents. */
export const Change = named('Change', {
  id: Type.String({ description: 'Id of the change, the same however often it is read or delivered.' }),
  position: Type.Integer({
    minimum: 1,
    description: 'Position in the history of the organization. One write that changes several things has one position.',
  }),
  type: oneOf(CHANGE_TYPE_NAMES),
  at: DateTime,
  actor_uuid: Type.Unsafe<string | null>({ ...nullable(Uuid), description: 'The user; null for the server itself.' }),
  subject_uuid: Type.Unsafe<string>({
    ...Uuid,
    description: 'The record: of transcript, labels and generations the call, of hold the case.',
  }),
  call_uuid: nullable(Uuid),
  case_uuid: Type.Unsafe<string | null>({ ...nullable(Uuid), description: 'The case that the call belongs to now.' }),
  version: nullable(Type.Integer({ description: 'Version that the change made; null for records without versions.' })),
  changed: Type.Array(Type.String(), { description: 'Names of the fields of a call or a case that changed.' }),
});
export type Change = Static<typeof Change>;

/** Longest wait of a request for changes, in seconds. */
export const LONGEST_WAIT_SECONDS = 25;

/** Changes in their order; `next_cursor` is always there, and is the `since` of the next request. */
export const ChangePage = named('ChangePage', {
  items: Type.Array(Change),
  next_cursor: Type.String(),
  has_more: Type.Boolean({ description: 'Whether more may follow at once.' }),
});
export type ChangePage = Static<typeof ChangePage>;

export const changes = {
  list: route({
    method: 'GET',
    path: '/v1/changes',
    summary: 'Follow what changes, oldest first, or wait for the next change',
    access: 'viewer',
    also_refuses: [409, 429],
    query: Type.Object({
      since: Type.Optional(
        Type.String({
          maxLength: 200,
          description: 'next_cursor of the previous answer, or `now` for what comes next. Default: from the beginning.',
        }),
      ),
      limit: Type.Optional(
        Type.Integer({ minimum: 1, maximum: 1000, description: 'Writes per page, oldest first. Default: 200.' }),
      ),
      wait: Type.Optional(
        Type.Integer({
          minimum: 0,
          maximum: LONGEST_WAIT_SECONDS,
          description: 'Seconds to wait for a change where there is none yet. Default: 0.',
        }),
      ),
    }),
    status: 200,
    data: ChangePage,
    unversioned: true,
  }),
};
