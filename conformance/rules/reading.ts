import type { Request } from '../ask.ts';
import { type Json, type Rule, Skipped, shown, type Trial } from '../rule.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

type Kind = { is(value: unknown): boolean; text: string };
const uuid: Kind = { is: (value) => UUID.test(String(value)), text: 'a UUID' };
const time: Kind = { is: (value) => TIME.test(String(value)), text: 'a time in UTC with Z' };
const flag: Kind = { is: (value) => typeof value === 'boolean', text: 'true or false, never null' };
const object: Kind = { is: isObject, text: 'an object, never null' };
const text: Kind = { is: (value) => typeof value === 'string', text: 'a text' };
const list: Kind = { is: Array.isArray, text: 'a list' };
const day: Kind = { is: (value) => /^\d{4}-\d\d-\d\d$/.test(String(value)), text: 'a date as YYYY-MM-DD' };
const count: Kind = {
  is: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  text: 'a whole number of 0 or more',
};
const orNull = ({ is, text: told }: Kind): Kind => ({
  is: (value) => value === null || is(value),
  text: `${told}, or null`,
});

const CALL: Record<string, Kind> = {
  ...{ uuid, case_uuid: uuid, organization_uuid: uuid, created_by: uuid, created_at: time, updated_at: time },
  ...{ is_fully_labelled: flag, speaker_labels: object, duration: orNull(count), file_size: orNull(count) },
  ...{ file_format: orNull(text), file_name: orNull(text), file_path: orNull(text) },
  ...{ provider_metadata: orNull(object), transcript: orNull(object) },
};
const CASE: Record<string, Kind> = {
  ...{ uuid, organization_uuid: uuid, created_by: uuid, created_at: time, updated_at: time },
  ...{ date_of_birth: orNull(day), date_of_death: orNull(day), date_of_service: orNull(day) },
  ...{ deleted_at: orNull(time), deleted_by: orNull(uuid), location_uuid: orNull(uuid) },
  ...{ external_id: orNull(text), first_name: orNull(text), last_name: orNull(text), summary: orNull(text) },
};
const TEMPLATE: Record<string, Kind> = { uuid, instructions: text, display_config: object };

const expectShape = ({ differ }: Trial, request: Request, kinds: Record<string, Kind>, got: Json): void => {
  for (const [name, { is, text: told }] of Object.entries(kinds)) {
    if (!(name in got) || !is(got[name])) differ(request, `${name} is ${told}`, `${name} ${shown(got[name])}`);
  }
};

/** Body of a generation template as the public page shows it. */
const SAMPLE_TEMPLATE = {
  development_stage: 'testing',
  display_config: { group: 'summary', location: 'summary', occurring_is_positive: true },
  display_name: '<string>',
  exact_phrases: [{ phrase: '<string>', match_percentage: 123 }],
  example_limit: 123,
  execution_type: 'summary',
  instructions: '<string>',
  label: '<string>',
  organization_display_name: '<string>',
  organization_uuid: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
  template_type: 'at_need',
};

export const reading: Rule[] = [
  {
    rule: 'A call has every field of the contract, of its type, and the words of its transcript',
    layer: 'core',
    run: async (trial) => {
      const words = [{ text: 'Hello', start_ms: 0, end_ms: 400, confidence: 0.9 }];
      await trial.put({ transcript: { source: 'deepgram', words } });
      const got = await trial.get();
      expectShape(trial, { method: 'GET', path: trial.path }, CALL, got);
      trial.expectFields({ method: 'GET', path: trial.path }, { transcript: { source: 'deepgram', words } }, got);
    },
  },
  {
    rule: 'A case is answered with its calls and generation templates, and a call there has deleted_at',
    layer: 'core',
    run: async (trial) => {
      const request = { method: 'GET', path: `/v1/cases/${trial.case_uuid}` };
      const data = trial.dataOf(await trial.expectStatus(request, 200));
      expectShape(trial, request, { case: object, calls: list, generation_templates: list }, data);
      if (isObject(data.case)) expectShape(trial, request, CASE, data.case as Json);
      const call = ((data.calls ?? []) as Json[]).find((one) => one.uuid === trial.call_uuid);
      if (!call) trial.differ(request, `calls has ${trial.call_uuid}`, shown(data.calls));
      else expectShape(trial, request, { deleted_at: orNull(time), uuid }, call);
    },
  },
  {
    rule: 'Cases are listed',
    layer: 'core',
    run: async (trial) => {
      const request = { method: 'GET', path: '/v1/cases' };
      const { json } = await trial.expectStatus(request, 200);
      const data = (json as Json | undefined)?.data;
      const items = Array.isArray(data) ? data : (data as Json | undefined)?.items;
      if (!Array.isArray(items)) trial.differ(request, 'a list in data, or in data.items', shown(data));
    },
  },
  {
    rule: 'A question about a call is answered in data.response',
    layer: 'core',
    run: async (trial) => {
      const request = { method: 'POST', path: `${trial.path}/chat`, body: { question: 'What was said?' } };
      const data = trial.dataOf(await trial.expectStatus(request, 200));
      expectShape(trial, request, { response: text }, data);
    },
  },
  {
    rule: 'A generation template takes the body that the public page shows, and never answers null for instructions or display_config',
    layer: 'core',
    run: async (trial) => {
      const { organization_uuid: _foreign, organization_display_name: _name, ...own } = SAMPLE_TEMPLATE;
      const made = await trial.ask({ method: 'POST', path: '/v1/generation-templates', body: own });
      if (made.status !== 201) throw new Skipped(`POST /v1/generation-templates was answered with ${made.status}`);
      const path = `/v1/generation-templates/${trial.dataOf(made).uuid}`;
      const request = { method: 'PUT', path, body: SAMPLE_TEMPLATE };
      expectShape(trial, request, TEMPLATE, trial.dataOf(await trial.expectStatus(request, 200)));
      await trial.ask({ method: 'DELETE', path });
    },
  },
];
