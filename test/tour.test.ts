import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from '@pharos/client';
import { scopeOf } from '@pharos/contract/table/errors.ts';
import { allRoutes, routes } from '@pharos/contract/table/routes.ts';
import sql from 'sql-template-tag';
import { addCallbackDigest } from '../server/jobs/queries.ts';
import { digestOf, mintSecret } from '../server/platform/auth/secret.ts';
import { openAssemblyAi } from '../server/transcription/providers/assembly-ai.ts';
import { openDeepgram } from '../server/transcription/providers/deepgram.ts';
import { openPharos } from './support/pharos.ts';
import { beep, SUBTITLES } from './support/requests.ts';
import { browserFetch, cookieOf, secretOf } from './support/sessions.ts';
import { DEEPGRAM, openAssemblyAiStandIn, openDeepgramStandIn } from './support/speech.ts';
import { openWebhook } from './support/telephone-systems.ts';
import { recordingOf } from './support/transcribing.ts';
import { openVisits } from './support/visits.ts';
import { tourOfWebhooks } from './support/webhooks.ts';

const deepgram = await openDeepgramStandIn();
const assembly = await openAssemblyAiStandIn();
const providers = [
  openDeepgram({ base_url: deepgram.base_url, api_key: 'd' }),
  openAssemblyAi({ base_url: assembly.base_url, api_key: 'a' }),
];
const pharos = await openPharos({ transcription: { providers, findRecording: () => recordingOf() } });

// A tour through every route, part by part: each answer is as the table says.
const { visited, listening, visit, last } = openVisits();
const { token, actor } = await pharos.person('operator');
const secret = mintSecret('callback', actor.organization_uuid);
const asProvider: typeof fetch = (url, init) => {
  const authorization = `Basic ${Buffer.from(`pharos:${secret}`).toString('base64')}`;
  return listening(url, { ...init, headers: { ...(init?.headers as object), authorization } });
};
const open = (fetch: typeof globalThis.fetch, token?: string) =>
  createClient({ baseUrl: pharos.baseUrl, token, fetch, retries: 0 });
const provider = open(asProvider);
let client = open(listening, token);

let [case_uuid, call_uuid, generation_template_uuid] = ['', '', ''];

test('the tour: a case, and a call with its words', async () => {
  const { data: funeral } = await visit('cases.create', client.cases.create({ body: { last_name: 'Hollis' } }));
  case_uuid = funeral.uuid;
  await visit(
    'cases.update',
    client.cases.update({ case_uuid, body: { date_of_death: '2026-11-17', summary: 'No lilies' } }),
  );
  const transcript = {
    source: 'deepgram' as const,
    words: [{ text: 'Hi.', start_ms: 0, end_ms: 200.5, confidence: 1, speaker: '0' }],
  };
  const body = { case_uuid, transcript, provider_metadata: { assembly_ai_id: 'x' }, file_size: 12 };
  call_uuid = (await visit('calls.create', client.calls.create({ body }))).data.uuid;
  await visit('calls.update', client.calls.update({ call_uuid, body: { speaker_labels: { '0': 'Director' } } }));
  await visit('calls.patch', client.calls.patch({ call_uuid, body: { file_size: null } }));
  await visit('calls.importTranscript', client.calls.importTranscript({ call_uuid, body: SUBTITLES }));
  await visit('calls.get', client.calls.get({ call_uuid }));
});

test('the tour: the recording of a call', async () => {
  await visit('recordings.upload', client.recordings.upload({ call_uuid, body: beep() }));
  await visit('recordings.info', client.recordings.info({ call_uuid }));
  await visit('recordings.peaks', client.recordings.peaks({ call_uuid }));
  await visit('recordings.get', client.recordings.get({ call_uuid }));
  const { url } = (await visit('recordings.link', client.recordings.link({ call_uuid }))).data;
  await visit('recordings.open', client.recordings.open({ link: url.split('/').at(-1) as string }));
  await visit('recordings.remove', client.recordings.remove({ call_uuid }));
});

test('the tour: exports, searches and versions', async () => {
  await visit('calls.exportTranscript', client.calls.exportTranscript({ call_uuid, format: 'vtt' }));
  for (const read of ['measures', 'opening', 'redactions'] as const)
    await visit(`calls.${read}`, client.calls[read]({ call_uuid }) as Promise<unknown>);
  await visit('calls.list', client.calls.list());
  await visit('calls.list', client.calls.list({ with_transcript: true, limit: 1 }));
  await visit('search.get', client.search.get({ q: 'good', limit: 1 }));
  await visit('search.post', client.search.post({ body: { q: 'good' } }));
  await visit('search.call', client.search.call({ call_uuid, q: 'good' }));
  await visit('search.callByBody', client.search.callByBody({ call_uuid, body: { q: 'good' } }));
  await visit('search.names', client.search.names({ body: { q: 'good' } }));
  await visit('calls.versions', client.calls.versions({ call_uuid, limit: 2 }));
  await visit('calls.version', client.calls.version({ call_uuid, version: 1 }));
  await visit('calls.diff', client.calls.diff({ call_uuid, version: 1 }));
  await visit('calls.restoreVersion', client.calls.restoreVersion({ call_uuid, version: 2 }));
  await visit('calls.restoreTranscript', client.calls.restoreTranscript({ call_uuid }));
  await visit('cases.versions', client.cases.versions({ case_uuid }));
  await visit('cases.version', client.cases.version({ case_uuid, version: 2 }));
  await visit('cases.diff', client.cases.diff({ case_uuid, version: 1, to: 2 }));
  await visit('cases.restoreVersion', client.cases.restoreVersion({ case_uuid, version: 1 }));
});

test('the tour: a call that belongs to somebody else', async () => {
  const { data: other } = await client.cases.create({ body: { last_name: 'Amadi' } });
  await visit('calls.offerCases', client.calls.offerCases({ call_uuid }));
  await visit('calls.move', client.calls.move({ call_uuid, body: { case_uuid: other.uuid } }));
  await client.calls.move({ call_uuid, body: { case_uuid } });
  const { data: later } = await client.calls.create({ body: { case_uuid: other.uuid } });
  await visit('calls.join', client.calls.join({ call_uuid, body: { later_call_uuid: later.uuid } }));
  await visit('calls.parts', client.calls.parts({ call_uuid }));
  await visit('calls.part', client.calls.part({ call_uuid }));
  await client.calls.remove({ call_uuid: later.uuid });
  await client.cases.remove({ case_uuid: other.uuid });
});

test('the tour: changes and webhooks', () => tourOfWebhooks(pharos, actor, client, visit));

test('the tour: a call as other systems exchange it', async () => {
  await visit('vcons.get', client.vcons.get({ call_uuid }));
  const { data } = await visit('vcons.create', client.vcons.create({ body: routes.vcons.create.example }));
  await client.cases.remove({ case_uuid: data.call.case_uuid });
});

test('the tour: sources, and what they send', async () => {
  const system = openWebhook();
  const { data: made } = await visit('sources.create', client.sources.create({ body: system.source }));
  const source_uuid = made.uuid;
  await visit('sources.list', client.sources.list());
  await visit('sources.get', client.sources.get({ source_uuid }));
  await visit('sources.patch', client.sources.patch({ source_uuid, body: routes.sources.patch.example }));
  const { headers, body } = system.tell({ id: 'RE1', url: 'https://media.example/RE1' }, made.address as string);
  const asSystem = open((url, init) => listening(url, { ...init, headers }));
  await visit('intake.receive', asSystem.intake.receive({ source_uuid, body }));
  await visit('sources.test', client.sources.test({ source_uuid }));
  await fetch(`${pharos.baseUrl}/v1/intake/${source_uuid}`, { method: 'POST', body: 'forged' });
  const refused = await visit('sources.arrivals', client.sources.arrivals({ source_uuid, state: 'refused' }));
  const arrival_uuid = refused.data.items[0]?.uuid as string;
  await visit('sources.replay', client.sources.replay({ source_uuid, arrival_uuid }));
  await visit('sources.remove', client.sources.remove({ source_uuid }));
});

test('the tour: generation templates', async () => {
  const template = routes.generationTemplates.create.example;
  const { data: made } = await visit(
    'generationTemplates.create',
    client.generationTemplates.create({ body: template }),
  );
  generation_template_uuid = made.uuid;
  const production = { generation_template_uuid, body: { development_stage: 'production' as const } };
  await visit('generationTemplates.update', client.generationTemplates.update(production));
  const cleared = routes.generationTemplates.patch.example;
  await visit(
    'generationTemplates.patch',
    client.generationTemplates.patch({ generation_template_uuid, body: cleared }),
  );
  await visit('generationTemplates.get', client.generationTemplates.get({ generation_template_uuid }));
  await visit('generationTemplates.list', client.generationTemplates.list({ deleted: true }));
  const body = { exact_phrases: [{ phrase: 'good morning', match_percentage: 90 }] };
  await client.generationTemplates.update({ generation_template_uuid, body });
  const run = await visit('generationRuns.start', client.generationRuns.start({ generation_template_uuid, body: {} }));
  const generation_run_uuid = run.data.uuid;
  await visit('generationRuns.list', client.generationRuns.list({ generation_template_uuid }));
  await visit('generationRuns.get', client.generationRuns.get({ generation_run_uuid }));
  await visit('generationRuns.cancel', client.generationRuns.cancel({ generation_run_uuid }));
  await visit('generations.list', client.generations.list({ call_uuid }));
  const { items } = (await visit('generations.run', client.generations.run({ call_uuid, body: {} }))).data;
  const value = { call_uuid, generation_value_uuid: items[0]?.values[0]?.uuid as string };
  await visit('generations.decide', client.generations.decide({ ...value, body: { decision: 'approved' } }));
  await visit('generations.try', client.generations.try({ call_uuid, body }));
  await visit('generations.approved', client.generations.approved({ case_uuid }));
  const question = { question: 'Who said good morning?' };
  await visit('chat.call', client.chat.call({ call_uuid, body: question }));
  await visit('chat.case', client.chat.case({ case_uuid, body: question }));
  await visit('generations.undecide', client.generations.undecide(value));
});

test('the tour: speech services, transcriptions, and what providers call back', async () => {
  for (const verb of ['set', 'test'] as const)
    await visit(`speech.${verb}`, client.speech[verb]({ body: routes.speech.set.example }) as Promise<unknown>);
  await visit('speech.remove', client.speech.remove({ provider: 'deepgram' }));
  await visit('speech.list', client.speech.list());
  await visit('cases.list', client.cases.list({ q: 'hollis' }));
  await visit('cases.patch', client.cases.patch({ case_uuid, body: { date_of_service: null } }));
  const transcribe = async (provider: 'deepgram' | 'assembly_ai') => {
    const { data: job } = await visit('jobs.transcribe', client.jobs.transcribe({ call_uuid, body: { provider } }));
    await addCallbackDigest(pharos.database, actor.organization_uuid, job.uuid, digestOf(secret));
    return job.uuid;
  };
  const job_uuid = await transcribe('assembly_ai');
  const heard = { transcript_id: 't-1', status: 'completed' };
  await visit('callbacks.assembly_ai', provider.callbacks.assembly_ai({ job_uuid, body: heard }));
  await visit('jobs.get', client.jobs.get({ job_uuid }));
  await visit('jobs.cancel', client.jobs.cancel({ job_uuid }));
  await visit('jobs.retry', client.jobs.retry({ job_uuid }));
  await client.jobs.cancel({ job_uuid });
  const result = JSON.stringify(DEEPGRAM);
  await visit(
    'callbacks.deepgram',
    provider.callbacks.deepgram({ job_uuid: await transcribe('deepgram'), body: result }),
  );
  await visit('jobs.list', client.jobs.list({ state: 'succeeded' }));
  await visit('jobs.listOfCall', client.jobs.listOfCall({ call_uuid }));
});

test('the tour: the audit, the search index, and what is deleted and restored', async () => {
  await visit('audit.list', client.audit.list({ limit: 2 }));
  await visit('search.verifyIndex', client.search.verifyIndex());
  await visit('search.rebuildIndex', client.search.rebuildIndex());
  await visit('audit.verify', client.audit.verify());
  await visit('calls.remove', client.calls.remove({ call_uuid }));
  await visit('cases.get', client.cases.get({ case_uuid, include_deleted: true }));
  await visit('generationTemplates.remove', client.generationTemplates.remove({ generation_template_uuid }));
  await visit('generationTemplates.restore', client.generationTemplates.restore({ generation_template_uuid }));
  await visit('calls.restore', client.calls.restore({ call_uuid }));
  await visit('cases.remove', client.cases.remove({ case_uuid }));
  await visit('cases.restore', client.cases.restore({ case_uuid }));
});

test('the tour: holds, purges and certificates', async () => {
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
});

test('the tour: organizations, locations and tokens', async () => {
  const { data: me } = await visit('me.get', client.me.get());
  const { uuid: organization_uuid } = me.organization;
  await visit('organizations.get', client.organizations.get({ organization_uuid }));
  await visit('organizations.patch', client.organizations.patch({ organization_uuid, body: { retention_days: 3650 } }));
  const other = { name: 'Another home', admin: { email: 'ida@another.example' } };
  await visit('organizations.create', client.organizations.create({ body: other }));
  const another = { organization_uuid, body: { email: 'theo@evergreen.example' } };
  await visit('organizations.inviteAdmin', client.organizations.inviteAdmin(another));
  await visit('organizations.list', client.organizations.list());
  const chapel = await visit('locations.create', client.locations.create({ body: { name: 'Chapel' } }));
  const location = { location_uuid: chapel.data.uuid };
  await visit('locations.get', client.locations.get(location));
  await visit('locations.patch', client.locations.patch({ ...location, body: { address: '4 Linden Road' } }));
  await visit('locations.list', client.locations.list());
  await visit('locations.remove', client.locations.remove(location));
  const key = await visit('tokens.create', client.tokens.create({ body: { name: 'Import' } }));
  await visit('tokens.list', client.tokens.list({ all: true }));
  await visit('tokens.revoke', client.tokens.revoke({ token_uuid: key.data.uuid }));
});

test('the tour: users, invitations and sessions', async () => {
  const [email, password] = ['nora@evergreen.example', 'lanterns on the river'];
  const nora = await visit('users.create', client.users.create({ body: { email, access_level: 'member' } }));
  const user = { user_uuid: nora.data.user.uuid };
  await visit('users.patch', client.users.patch({ ...user, body: { name: 'Nora Ellery' } }));
  await visit('users.list', client.users.list());
  await visit('users.setAccessLevel', client.users.setAccessLevel({ body: { ...user, access_level: 'admin' } }));
  for (const verb of ['get', 'remove', 'restore'] as const)
    await visit(`users.${verb}`, client.users[verb](user) as Promise<unknown>);
  const { link } = (await visit('users.invite', client.users.invite(user))).data;
  const invitation = { token: secretOf(link) };
  await visit('invitations.read', client.invitations.read({ body: invitation }));
  await visit('invitations.accept', client.invitations.accept({ body: { ...invitation, password } }));
  await visit('sessions.create', client.sessions.create({ body: { email, password } }));
  const cookie = cookieOf(last());
  client = open(browserFetch(pharos.baseUrl, cookie, listening));
  await visit('sessions.confirm', client.sessions.confirm({ body: { password } }));
  const { items: sessions } = (await visit('sessions.list', client.sessions.list())).data;
  const session_uuid = sessions.find(({ is_current }) => !is_current)?.uuid as string;
  await visit('sessions.endOne', client.sessions.endOne({ session_uuid }));
  await visit('sessions.endOthers', client.sessions.endOthers());
  const passwords = { current_password: password, new_password: 'a quiet harbour at dawn' };
  await visit('me.changePassword', client.me.changePassword({ body: passwords }));
  await visit('sessions.end', client.sessions.end());
  client = open(listening, token);
});

test('the tour: the demo, and the server itself', async () => {
  for (const verb of ['get', 'add', 'remove'] as const)
    await visit(`demo.${verb}`, client.demo[verb]() as Promise<unknown>);
  await visit('backups.get', client.backups.get());
  for (const asked of ['live', 'ready'] as const)
    await visit(`about.${asked}`, client.about[asked]() as Promise<unknown>);
});

test('the tour has been to every route', () => {
  const missed = allRoutes.map(({ name }) => name).filter((name) => !visited.has(name));
  assert.deepEqual(missed, [], 'routes that the tour does not visit: add a stop for each');
});

/** Changes without an event: reading an invitation changes nothing, and the index only repeats what is there. */
const UNRECORDED = ['search.rebuildIndex', 'invitations.read'];

test('every change that the tour made is in the audit by the name of its route', async () => {
  const rows = await pharos.database.rows<{ action: string }>(sql`select distinct action from audit_events`);
  const recorded = new Set(rows.map(({ action }) => action));
  const unrecorded = allRoutes
    .filter(({ route }) => scopeOf(route) === 'write' && !['callback', 'source'].includes(route.access))
    .map(({ name }) => name)
    .filter((name) => visited.has(name) && !recorded.has(name));
  assert.deepEqual(unrecorded, UNRECORDED, 'verbs that change something and do not record it');
});
