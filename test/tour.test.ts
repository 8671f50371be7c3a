import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from '@pharos/client';
import { success } from '@pharos/contract/envelope.ts';
import { EXAMPLES } from '@pharos/contract/examples.ts';
import type { GenerationTemplateCreate } from '@pharos/contract/generation-templates.ts';
import type { Route } from '@pharos/contract/route.ts';
import { allRoutes } from '@pharos/contract/routes.ts';
import sql from 'sql-template-tag';
import type { TProperties } from 'typebox';
import { Compile } from 'typebox/compile';
import { openPharos } from './support/pharos.ts';
import { SUBTITLES } from './support/requests.ts';

const pharos = await openPharos();

test('a tour through every route: each answer is as the table says', async () => {
  const visited = new Set<string>();
  const { token } = await pharos.person('admin');
  let last: Response | undefined;
  const client = createClient({
    baseUrl: pharos.baseUrl,
    token,
    fetch: async (...request) => {
      const response = await fetch(...request);
      last = response.clone();
      return response;
    },
  });

  const visit = async <Reply>(name: string, asked: Promise<Reply>): Promise<Reply> => {
    const reply = await asked;
    const { route } = allRoutes.find((entry) => entry.name === name) as { route: Route };
    await isAsTold(route, last as Response);
    visited.add(name);
    return reply;
  };

  const { data: funeral } = await visit('cases.create', client.cases.create({ body: { last_name: 'Hollis' } }));
  const { uuid: case_uuid } = funeral;
  await visit(
    'cases.update',
    client.cases.update({ case_uuid, body: { date_of_death: '2026-11-17', summary: 'No lilies' } }),
  );
  const transcript = {
    source: 'deepgram' as const,
    words: [{ text: 'Hi.', start_ms: 0, end_ms: 200.5, confidence: 1, speaker: '0' }],
  };
  const body = { case_uuid, transcript, provider_metadata: { assembly_ai_id: 'x' }, file_size: 12 };
  const { uuid: call_uuid } = (await visit('calls.create', client.calls.create({ body }))).data;
  await visit('calls.update', client.calls.update({ call_uuid, body: { speaker_labels: { '0': 'Director' } } }));
  await visit('calls.patch', client.calls.patch({ call_uuid, body: { file_size: null } }));
  await visit('calls.importTranscript', client.calls.importTranscript({ call_uuid, body: SUBTITLES }));
  await visit('calls.get', client.calls.get({ call_uuid }));
  await visit('calls.list', client.calls.list());
  await visit('calls.list', client.calls.list({ with_transcript: true, limit: 1 }));
  await visit('calls.versions', client.calls.versions({ call_uuid, limit: 2 }));
  await visit('calls.version', client.calls.version({ call_uuid, version: 1 }));
  await visit('calls.diff', client.calls.diff({ call_uuid, version: 1 }));
  await visit('calls.restoreVersion', client.calls.restoreVersion({ call_uuid, version: 2 }));
  await visit('calls.restoreTranscript', client.calls.restoreTranscript({ call_uuid }));
  await visit('cases.versions', client.cases.versions({ case_uuid }));
  await visit('cases.version', client.cases.version({ case_uuid, version: 2 }));
  await visit('cases.diff', client.cases.diff({ case_uuid, version: 1, to: 2 }));
  await visit('cases.restoreVersion', client.cases.restoreVersion({ case_uuid, version: 1 }));
  const template = EXAMPLES['generationTemplates.create'] as GenerationTemplateCreate;
  const { data: made } = await visit(
    'generationTemplates.create',
    client.generationTemplates.create({ body: template }),
  );
  const { uuid: generation_template_uuid } = made;
  const production = { generation_template_uuid, body: { development_stage: 'production' as const } };
  await visit('generationTemplates.update', client.generationTemplates.update(production));
  await visit('generationTemplates.get', client.generationTemplates.get({ generation_template_uuid }));
  await visit('generationTemplates.list', client.generationTemplates.list());
  await visit('cases.list', client.cases.list({ q: 'hollis' }));
  await visit('cases.patch', client.cases.patch({ case_uuid, body: { date_of_service: null } }));
  await visit('audit.list', client.audit.list({ limit: 2 }));
  await visit('audit.verify', client.audit.verify());
  await visit('calls.remove', client.calls.remove({ call_uuid }));
  await visit('cases.get', client.cases.get({ case_uuid, include_deleted: true }));
  await visit('generationTemplates.remove', client.generationTemplates.remove({ generation_template_uuid }));
  await visit('generationTemplates.restore', client.generationTemplates.restore({ generation_template_uuid }));
  await visit('calls.restore', client.calls.restore({ call_uuid }));
  await visit('cases.remove', client.cases.remove({ case_uuid }));
  await visit('cases.restore', client.cases.restore({ case_uuid }));
  const hold = { case_uuid, body: { reason: 'The estate is disputed' } };
  const { uuid: hold_uuid } = (await visit('retention.hold', client.retention.hold(hold))).data;
  await visit('retention.listHolds', client.retention.listHolds());
  await visit('retention.release', client.retention.release({ hold_uuid }));
  await visit('retention.listHoldsOfCase', client.retention.listHoldsOfCase({ case_uuid }));
  await client.cases.remove({ case_uuid });
  await visit('retention.preview', client.retention.preview({ at: '2999-01-01T00:00:00Z' }));
  await pharos.database.rows(sql`update cases set deleted_at = deleted_at - interval '30 days'`);
  const { data: purge } = await visit('retention.purge', client.retention.purge());
  await visit('retention.listCertificates', client.retention.listCertificates());
  const purge_certificate_uuid = purge.purge_certificate_uuids[0] as string;
  await visit('retention.getCertificate', client.retention.getCertificate({ purge_certificate_uuid }));
  await visit('demo.remove', client.demo.remove());
  await visit('about.live', client.about.live());
  await visit('about.ready', client.about.ready());

  const missed = allRoutes.map(({ name }) => name).filter((name) => !visited.has(name));
  assert.deepEqual(missed, [], 'routes that the tour does not visit: add a stop for each');
});

const isAsTold = async (route: Route, response: Response) => {
  assert.equal(response.status, route.status);
  const text = await response.text();
  if (!route.data) return assert.equal(text, '');
  assert.equal(response.headers.get('content-type'), 'application/json; charset=utf-8');
  const envelope = JSON.parse(text);
  const answer = Compile(success(route.data));
  assert.ok(answer.Check(envelope), JSON.stringify(answer.Errors(envelope)));
  assert.equal(envelope.message, route.message ?? null);
  assert.equal(envelope.request_id, response.headers.get('x-request-id'));
  const { properties } = route.data as unknown as { properties: TProperties };
  const surplus = Object.keys(envelope.data as object).filter((field) => !(field in properties));
  assert.deepEqual(surplus, [], 'fields that the contract does not name');
};
