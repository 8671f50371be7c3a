import Type, { type Static } from 'typebox';
import { route } from './table/route.ts';
import { DateTime, named, nullable, oneOf, pageOf, paging, Uuid } from './table/schema.ts';

const Count = Type.Integer({ minimum: 0 });

/** Calls that a template runs over; all of the organization's with words where nothing is said. */
export const GenerationRunFilter = Type.Object({
  case_uuid: Type.Optional(nullable(Uuid)),
  location_uuid: Type.Optional(nullable(Uuid)),
  is_fully_labelled: Type.Optional(nullable(Type.Boolean())),
  created_after: Type.Optional(nullable(DateTime)),
  created_before: Type.Optional(nullable(DateTime)),
});
export type GenerationRunFilter = Static<typeof GenerationRunFilter>;

/** Run of one template over many calls. It goes on where it was, whatever ends the server. */
export const GenerationRun = named('GenerationRun', {
  uuid: Uuid,
  generation_template_uuid: Uuid,
  filter: GenerationRunFilter,
  state: oneOf(['queued', 'running', 'succeeded', 'cancelled']),
  total: Type.Integer({ minimum: 0, description: 'Calls that the filter found when the run was asked for.' }),
  done: Type.Integer({ minimum: 0, description: 'Calls that the template has run on.' }),
  failed: Type.Integer({ ...Count, description: 'Calls, of those done, on which it failed.' }),
  progress: Type.Number({ minimum: 0, maximum: 1 }),
  created_at: DateTime,
  created_by: Uuid,
  finished_at: nullable(DateTime),
});
export type GenerationRun = Static<typeof GenerationRun>;

/** Request for a run of a template, of any stage, over the calls of a filter. */
export const GenerationRunRequest = named('GenerationRunRequest', {
  filter: Type.Optional(nullable(GenerationRunFilter)),
});
export type GenerationRunRequest = Static<typeof GenerationRunRequest>;

const ofTemplate = Type.Object({ generation_template_uuid: Uuid });
const params = Type.Object({ generation_run_uuid: Uuid });

export const generationRuns = {
  start: route({
    method: 'POST',
    path: '/v1/generation-templates/{generation_template_uuid}/runs',
    summary: 'Run a template over all calls of a filter',
    access: 'admin',
    params: ofTemplate,
    body: GenerationRunRequest,
    example: { filter: { is_fully_labelled: true } } satisfies GenerationRunRequest,
    status: 202,
    data: GenerationRun,
    unversioned: true,
    message: 'Run queued',
  }),
  list: route({
    method: 'GET',
    path: '/v1/generation-templates/{generation_template_uuid}/runs',
    summary: "List a template's runs over many calls, newest first",
    access: 'viewer',
    params: ofTemplate,
    query: Type.Object({ ...paging }),
    status: 200,
    data: pageOf(GenerationRun),
  }),
  get: route({
    method: 'GET',
    path: '/v1/generation-runs/{generation_run_uuid}',
    summary: 'Get a run with its progress',
    access: 'viewer',
    params,
    status: 200,
    data: GenerationRun,
    unversioned: true,
  }),
  cancel: route({
    method: 'POST',
    path: '/v1/generation-runs/{generation_run_uuid}/cancel',
    summary: 'Cancel a run; what it has found so far stays',
    access: 'admin',
    conflicts: true,
    params,
    status: 200,
    data: GenerationRun,
    unversioned: true,
    message: 'Run cancelled',
  }),
};
