import Type, { type Static } from 'typebox';
import { route } from './table/route.ts';
import { DateTime, named, nullable, oneOf, pageOf, paging, Uuid } from './table/schema.ts';

/** Maximum certificates in the answer of `POST /v1/retention/purge`; the list of certificates has all. */
export const MAX_NAMED_CERTIFICATES = 200;

const Reason = Type.String({ minLength: 1, maxLength: 2000 });

/** Request to hold a case, with its reason. */
export const HoldCreate = named('HoldCreate', { reason: Reason });
export type HoldCreate = Static<typeof HoldCreate>;

/** Name of the case's person, as far as it is known. */
const person = { first_name: nullable(Type.String()), last_name: nullable(Type.String()) };

/** Hold on a case: nothing in the case is purged until the hold is released. */
export const Hold = named('Hold', {
  uuid: Uuid,
  case_uuid: Uuid,
  reason: Reason,
  created_at: DateTime,
  created_by: Uuid,
  released_at: nullable(DateTime),
  released_by: nullable(Uuid),
  ...person,
});
export type Hold = Static<typeof Hold>;

const subject = { subject_type: oneOf(['case', 'call']), subject_uuid: Uuid };
/** The rule by which something goes for good. */
export type RetentionRule =
  | { reason: 'deleted'; days: number }
  | { reason: 'at_need' | 'pre_need'; days: number; set_by: 'organization' | 'location' }
  | { reason: 'text'; text: string };

const Rule = Type.Unsafe<RetentionRule>(
  named('RetentionRule', {
    reason: oneOf(['deleted', 'at_need', 'pre_need', 'text'], {
      description:
        '`deleted`: that was more than `days` ago. `at_need`, `pre_need`: such cases are kept `days`, as `set_by` says. ' +
        '`text`: written by an earlier version of Pharos.',
    }),
    days: Type.Optional(Type.Integer({ minimum: 0 })),
    set_by: Type.Optional(oneOf(['organization', 'location'])),
    text: Type.Optional(Type.String()),
  }),
);
const Counts = Type.Unsafe<Record<string, number>>({
  type: 'object',
  additionalProperties: { type: 'integer', minimum: 1 },
  description: 'Rows of each table; tables without rows are left out.',
});

/** Case or call that the next purge removes. */
export const DueThing = named('DueThing', {
  ...subject,
  case_uuid: Uuid,
  rule: Rule,
  due_since: DateTime,
  counts: Counts,
  ...person,
});
export type DueThing = Static<typeof DueThing>;

/** Recording that a speech service was given, and may still have. */
const KeptElsewhere = Type.Object({
  provider: oneOf(['assembly_ai', 'deepgram']),
  provider_id: nullable(Type.String()),
});
export type KeptElsewhere = Static<typeof KeptElsewhere>;

/** Record of a purged case or call. It holds no names, labels or words, and never changes. */
export const PurgeCertificate = named('PurgeCertificate', {
  uuid: Uuid,
  created_at: DateTime,
  created_by: Type.Unsafe<string | null>({
    ...nullable(Uuid),
    description: 'The user who requested the purge; null for the server itself.',
  }),
  ...subject,
  subject_type: oneOf(['case', 'call', 'recording']),
  rule: Rule,
  removed: Counts,
  digest: Type.String({
    description:
      'SHA-256, in hex, of one line for each removed row, in ascending order of their bytes: the name of its table, ' +
      "a space, the row's own digest, a line feed. A row's digest is the SHA-256, in hex, of PostgreSQL's " +
      "`(to_jsonb(row) - 'zstd' - 'document')::text` in UTF-8 with the time zone UTC; what the column `zstd` packs is covered by " +
      'the column `digest` beside it.',
  }),
  elsewhere: Type.Array(KeptElsewhere, {
    description:
      'Speech services outside that were given a recording of this and have not confirmed its deletion, by their own IDs. AssemblyAI deletes when a transcript was collected; Deepgram keeps nothing by its terms, and offers no way to ask.',
  }),
});
export type PurgeCertificate = Static<typeof PurgeCertificate>;

/** Counts of what a purge removed. */
export const Purge = named('Purge', {
  cases: Type.Integer({ minimum: 0, description: 'Cases, each with all its calls.' }),
  calls: Type.Integer({ minimum: 0, description: 'Calls whose cases stay.' }),
  purge_certificate_uuids: Type.Array(Uuid, { description: `The first ${MAX_NAMED_CERTIFICATES} certificates.` }),
});
export type Purge = Static<typeof Purge>;

const ofCase = Type.Object({ case_uuid: Uuid });

export const retention = {
  listHolds: route({
    method: 'GET',
    path: '/v1/holds',
    summary: 'List the holds in force, newest first',
    access: 'admin',
    query: Type.Object(paging),
    status: 200,
    data: pageOf(Hold),
  }),
  listHoldsOfCase: route({
    method: 'GET',
    path: '/v1/cases/{case_uuid}/holds',
    summary: 'List the holds of a case, released ones too, newest first',
    access: 'viewer',
    params: ofCase,
    query: Type.Object(paging),
    status: 200,
    data: pageOf(Hold),
  }),
  hold: route({
    method: 'POST',
    path: '/v1/cases/{case_uuid}/holds',
    summary: 'Place a hold on a case, even a deleted one: it is not purged until the hold is released',
    access: 'admin',
    params: ofCase,
    deleted_too: true,
    body: HoldCreate,
    example: {
      reason: 'The estate is disputed; counsel asked on 24 November to keep everything.',
    } satisfies HoldCreate,
    status: 201,
    data: Hold,
    message: 'Hold placed',
  }),
  release: route({
    method: 'DELETE',
    path: '/v1/holds/{hold_uuid}',
    summary: 'Release a hold',
    access: 'admin',
    conflicts: true,
    params: Type.Object({ hold_uuid: Uuid }),
    status: 204,
  }),
  preview: route({
    method: 'GET',
    path: '/v1/retention/preview',
    summary: 'List what a purge would remove, longest due first, without removing it',
    access: 'admin',
    query: Type.Object({
      at: Type.Optional(Type.String({ format: 'date-time', description: 'Time to look ahead to. Default: now.' })),
      ...paging,
    }),
    status: 200,
    data: Type.Object({
      ...pageOf(DueThing).properties,
      waits_until: Type.Unsafe<string | null>({
        ...nullable(DateTime),
        description: 'Time before which nothing is removed, as retention was shortened within the last day; else null.',
      }),
    }),
  }),
  purge: route({
    method: 'POST',
    path: '/v1/retention/purge',
    frees_space: true,
    summary: 'Permanently delete what is due, as the server does every hour',
    access: 'admin',
    status: 200,
    data: Purge,
    message: 'Purge done',
    in_many_steps: true,
  }),
  listCertificates: route({
    method: 'GET',
    path: '/v1/purge-certificates',
    summary: 'List the certificates of purges, newest first',
    access: 'admin',
    query: Type.Object(paging),
    status: 200,
    data: pageOf(PurgeCertificate),
  }),
  getCertificate: route({
    method: 'GET',
    path: '/v1/purge-certificates/{purge_certificate_uuid}',
    summary: 'Get the certificate of a purge',
    access: 'admin',
    params: Type.Object({ purge_certificate_uuid: Uuid }),
    status: 200,
    data: PurgeCertificate,
  }),
};
