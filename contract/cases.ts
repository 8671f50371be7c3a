import Type, { type Static } from 'typebox';
import { Call, TranscriptOmitted } from './calls.ts';
import { GenerationTemplate } from './generation-templates.ts';
import { route } from './table/route.ts';
import { DateOnly, DateTime, named, nullable, oneOf, pageOf, paging, Uuid } from './table/schema.ts';

/** Dates of a case. */
export const CASE_DATES = ['date_of_birth', 'date_of_death', 'date_of_service'] as const;

const Name = Type.String({ maxLength: 255 });
const Summary = Type.String({ maxLength: 65_536 });

/** Fields of a case that people fill in. In a PUT, a field that is absent or null is left unchanged. */
export const CaseWrite = named('CaseWrite', {
  date_of_birth: Type.Optional(nullable(DateOnly)),
  date_of_death: Type.Optional(nullable(DateOnly)),
  date_of_service: Type.Optional(nullable(DateOnly)),
  external_id: Type.Optional(nullable(Name)),
  first_name: Type.Optional(nullable(Name)),
  last_name: Type.Optional(nullable(Name)),
  location_uuid: Type.Optional(nullable(Uuid)),
  summary: Type.Optional(nullable(Summary)),
  identified: Type.Optional(
    Type.Unsafe<boolean | null>({
      type: ['boolean', 'null'],
      description:
        'False for a case that was opened for a call which came without one, until somebody says whose it is: a name does.',
    }),
  ),
});
export type CaseWrite = Static<typeof CaseWrite>;

/** Merge patch (RFC 7396) of a case: null clears a field. */
export const CasePatch = named('CasePatch', { ...CaseWrite.properties, identified: Type.Optional(Type.Boolean()) });
export type CasePatch = Static<typeof CasePatch>;

/** Case: one person who has died, or who plans ahead, and everything about their funeral. */
export const Case = named('Case', {
  uuid: Uuid,
  organization_uuid: Uuid,
  created_by: Uuid,
  created_at: DateTime,
  updated_at: DateTime,
  date_of_birth: nullable(DateOnly),
  date_of_death: nullable(DateOnly),
  date_of_service: nullable(DateOnly),
  deleted_at: nullable(DateTime),
  deleted_by: nullable(Uuid),
  external_id: nullable(Name),
  first_name: nullable(Name),
  last_name: nullable(Name),
  location_uuid: nullable(Uuid),
  summary: nullable(Summary),
  identified: Type.Boolean(),
});
export type Case = Static<typeof Case>;

/** Call in its case, with the time of its deletion. */
export const CaseCall = named('CaseCall', {
  ...Call.properties,
  deleted_at: nullable(DateTime),
  transcript_omitted: Type.Optional(TranscriptOmitted),
});
export type CaseCall = Static<typeof CaseCall>;

const params = Type.Object({ case_uuid: Uuid });

export const cases = {
  list: route({
    method: 'GET',
    path: '/v1/cases',
    summary: 'List cases, newest first',
    access: 'viewer',
    query: Type.Object({
      q: Type.Optional(
        Type.String({
          maxLength: 200,
          description:
            'Words in the name, external_id or summary, in any order; without regard to case, accents and apostrophes.',
        }),
      ),
      location_uuid: Type.Optional(Uuid),
      external_id: Type.Optional(Type.String()),
      date_from: Type.Optional(DateOnly),
      date_to: Type.Optional(DateOnly),
      date_field: Type.Optional(
        oneOf(CASE_DATES, {
          description: 'Date to compare with date_from and date_to, both inclusive. Default: any of the three.',
        }),
      ),
      identified: Type.Optional(Type.Boolean()),
      deleted: Type.Optional(Type.Boolean({ description: 'List deleted cases instead. Default: false.' })),
      ...paging,
    }),
    status: 200,
    data: pageOf(Case),
  }),
  create: route({
    method: 'POST',
    path: '/v1/cases',
    summary: 'Create a case',
    access: 'member',
    body: CaseWrite,
    example: {
      first_name: 'Margaret',
      last_name: 'Hollis',
      date_of_birth: '1941-03-12',
      date_of_death: '2026-11-17',
      external_id: '2026-0412',
    } satisfies CaseWrite,
    status: 201,
    data: Case,
    message: 'Case created',
  }),
  get: route({
    method: 'GET',
    path: '/v1/cases/{case_uuid}',
    summary: 'Get a case with its calls, oldest first by started_at, or by created_at where that is null',
    access: 'viewer',
    params,
    query: Type.Object({
      include_deleted: Type.Optional(Type.Boolean({ description: 'Include deleted calls. Default: false.' })),
      include_calls: Type.Optional(
        Type.Boolean({ description: 'Include calls with their transcripts. Default: true.' }),
      ),
    }),
    status: 200,
    data: Type.Object({
      case: Case,
      calls: Type.Array(CaseCall, { description: 'At most 1,000, and with 32 MiB of words in all.' }),
      has_more_calls: Type.Optional(
        Type.Boolean({
          description: 'True if the case has further calls, else absent; GET /v1/calls?case_uuid= lists all in pages.',
        }),
      ),
      generation_templates: Type.Array(GenerationTemplate, {
        description:
          'Templates in production for the type of the case, oldest first, at most 200 of the organization and 200 of all; a case is pre_need until it has a date of death.',
      }),
    }),
  }),
  update: route({
    method: 'PUT',
    path: '/v1/cases/{case_uuid}',
    summary: 'Update a case; fields that are absent or null are left unchanged',
    access: 'member',
    params,
    body: CaseWrite,
    example: {
      date_of_service: '2026-11-21',
      summary: 'Viewing on Saturday from 9:30, service at 11. No lilies: Anna is allergic.',
    } satisfies CaseWrite,
    status: 200,
    data: Case,
    message: 'Case updated',
  }),
  patch: route({
    method: 'PATCH',
    path: '/v1/cases/{case_uuid}',
    summary: 'Change or clear fields of a case by a merge patch (RFC 7396)',
    access: 'member',
    params,
    body: CasePatch,
    body_kind: 'merge_patch',
    example: { date_of_service: null, first_name: 'Margaret' } satisfies CasePatch,
    status: 200,
    data: Case,
    message: 'Case updated',
  }),
  remove: route({
    method: 'DELETE',
    path: '/v1/cases/{case_uuid}',
    summary: 'Delete a case with its calls; it can be restored',
    access: 'member',
    params,
    status: 204,
  }),
  restore: route({
    method: 'POST',
    path: '/v1/cases/{case_uuid}/restore',
    summary: 'Restore a deleted case, with the calls that were deleted with it',
    access: 'member',
    conflicts: true,
    params,
    status: 200,
    data: Case,
    message: 'Case restored',
  }),
};
