import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { SourceCreate } from '@pharos/contract/sources.ts';
import { pino } from 'pino';
import sql from 'sql-template-tag';
import type { Person } from '../../test/support/pharos.ts';
import { beep } from '../../test/support/requests.ts';
import { openStandIn, type Said } from '../../test/support/stand-in.ts';
import {
  openTelnyx,
  openTwilio,
  openWebhook,
  openZoomPhone,
  type Sent,
  standInNetwork,
  type TelephoneSystem,
} from '../../test/support/telephone-systems.ts';
import { openTranscribing } from '../../test/support/transcribing.ts';
import { openDeepgram } from '../transcription/providers/deepgram.ts';
import { takeEntry } from './arrivals/take.ts';

/** Recordings that the stand-in has, by the last part of their address. */
const media = new Map<string, Said>();
const calls = {
  from: '+12125550123',
  to: '+12125550100',
  direction: 'inbound',
  start_time: 'Mon, 30 Nov 2026 14:13:58 +0000',
};
const outside = await openStandIn(({ url }) => {
  if (url.pathname === '/oauth/token') return { body: { access_token: 'for an hour' } };
  if (url.pathname.includes('/Calls/')) return { body: calls };
  return media.get(url.pathname.split('/').at(-1) ?? '') ?? { status: 404 };
});
const pharos = await openTranscribing([openDeepgram({ base_url: 'http://deepgram.example', api_key: 'd' })], {
  public_url: 'https://calls.example',
});
const home = await pharos.person('operator');
const { vault, recordings, queue, served: database } = pharos;
const starter = { queue, providers: ['deepgram' as const], hasRecording: async () => true };
const network = standInNetwork(outside.base_url);
const log = pino({ enabled: false });
const taking = {
  database,
  queue,
  recordings,
  vault,
  network,
  starter,
  active: new Map(),
  log,
  done() {},
  backoff_ms: () => 0,
};
/** Takes what waits; entries of other kinds are left undone. */
const work = () =>
  queue.drain(async (entry, signal) => void (entry.step === 'take' && (await takeEntry(taking, entry, signal))));

const SYSTEMS = [openWebhook, openTwilio, openZoomPhone, openTelnyx];
const HOSTS = {
  webhook: 'media.example',
  twilio: 'api.twilio.com',
  zoom_phone: 'zoom.us',
  telnyx: 'files.telnyx.com',
  folder: '',
};

const connect = async (system: TelephoneSystem, person: Person = home) => {
  const { data: source } = await person.client.sources.create({ body: system.source });
  const address = source.address as string;
  const send = async ({ body, headers }: Sent, path = new URL(address).pathname) => {
    const response = await fetch(pharos.baseUrl + path, { method: 'POST', headers, body });
    return { status: response.status, text: await response.text() };
  };
  const urlOf = (id: string) => `https://${HOSTS[system.kind]}/recordings/${id}`;
  const tell = (id: string, at?: number) => system.tell({ id, url: urlOf(id) }, address, at);
  const log = async (state?: 'refused') =>
    (await person.client.sources.arrivals({ source_uuid: source.uuid, state, limit: 200 })).data.items;
  const offer = () => {
    const id = `RE${randomUUID()}`;
    const said = { headers: { 'content-type': 'audio/wav' }, body: Buffer.from(beep()) };
    // Twilio is asked for a file with its ending.
    media.set(id, said).set(`${id}.wav`, said);
    return id;
  };
  return { source, address, send, tell, log, offer };
};

const countCalls = async () => (await pharos.database.rows(sql`select from calls`)).length;

for (const open of SYSTEMS) {
  const system = open();
  test(`${system.kind}: a recording becomes a call once, with its facts, its sound and a transcription`, async () => {
    const { send, tell, log, offer, source } = await connect(system);
    const id = offer();
    assert.deepEqual(await send(tell(id)), { status: 200, text: '{"received":true,"recordings":1}' });
    const [waiting] = await log();
    assert.deepEqual([waiting?.state, waiting?.recording_id], ['waiting', id]);
    await work();
    const [arrival] = await log();
    assert.equal(arrival?.state, 'taken', arrival?.reason ?? '');
    const call_uuid = arrival?.call_uuid as string;
    const { data: call } = await home.client.calls.get({ call_uuid });
    assert.equal(call.from_e164, '+12125550123');
    assert.equal(call.direction, 'incoming');
    assert.match(call.started_at ?? '', /^2026-11-30T14:1[34]:/);
    assert.ok(call.source_call_id?.includes(id));
    assert.equal((await home.client.recordings.info({ call_uuid })).data.content_type, 'audio/wav');
    assert.equal((await home.client.jobs.listOfCall({ call_uuid })).data.items[0]?.provider, 'deepgram');
    const { data } = await home.client.cases.get({ case_uuid: call.case_uuid });
    assert.equal(data.case.identified, false);
    const { activity } = (await home.client.sources.get({ source_uuid: source.uuid })).data;
    assert.deepEqual([activity.today, activity.last_call_at !== null], [1, true]);

    const before = await countCalls();
    assert.deepEqual(await send(tell(id)), { status: 200, text: '{"received":true,"recordings":0}' });
    await work();
    assert.equal(await countCalls(), before);
    assert.deepEqual(
      (await log()).map(({ state }) => state),
      ['duplicate', 'taken'],
    );
    assert.equal((await log())[0]?.call_uuid, call_uuid);
  });

  test(`${system.kind}: of 60 forged and replayed messages none is taken, and each is in the log with its reason`, async () => {
    const { send, tell, log, offer, source } = await connect(system);
    const [other, before] = [open(), await countCalls()];
    const stranger = await connect(open(), await pharos.person('operator'));
    const forged: [name: string, sent: Sent, path?: string][] = [];
    for (let round = 0; round < 10; round++) {
      const id = offer();
      const sent = tell(id);
      const changed = (headers: Record<string, string | null>, body = sent.body) => ({
        body,
        headers: Object.fromEntries(
          Object.entries({ ...sent.headers, ...headers }).filter(([, value]) => value !== null),
        ) as Record<string, string>,
      });
      const signature = Object.keys(sent.headers).find((name) => /signature/.test(name)) as string;
      forged.push(
        ['without a signature', changed({ [signature]: null })],
        ['with an empty signature', changed({ [signature]: '' })],
        ['with another body', changed({}, sent.body.replace(id, `${id.slice(0, -1)}x`))],
        ['with a byte more', changed({}, `${sent.body} `)],
        ['of another account', other.tell({ id, url: 'https://media.example/x' }, source.address as string)],
      );
      if (system.kind === 'twilio') {
        const moved = stranger.source.address as string;
        forged.push(['for another address', system.tell({ id, url: 'https://api.twilio.com/x' }, moved)]);
      } else forged.push(['of six minutes ago', tell(id, Date.now() - (round % 2 ? 1 : -1) * 6 * 60_000)]);
    }
    assert.equal(forged.length, 60);
    for (const [name, sent] of forged) assert.equal((await send(sent)).status, 401, name);
    await work();
    assert.equal(await countCalls(), before);
    const refused = await log('refused');
    assert.equal(refused.length, 60);
    assert.ok(refused.every(({ reason }) => /signature|timestamp|body|account/.test(reason ?? '')));
    assert.deepEqual(
      (await log()).filter(({ state }) => state !== 'refused'),
      [],
    );
  });
}

test("Zoom's question about the address is answered with its token, encrypted", async () => {
  const zoom = openZoomPhone();
  const { send, log } = await connect(zoom);
  const { plainToken, encryptedToken, ...sent } = zoom.challenge();
  const answer = await send(sent);
  assert.deepEqual([answer.status, JSON.parse(answer.text)], [200, { plainToken, encryptedToken }]);
  assert.deepEqual(
    (await log()).map(({ state }) => state),
    ['ignored'],
  );
});

test('secrets are never shown, lie encrypted, and go when the source does', async () => {
  const system = openTwilio();
  const { source } = await connect(system);
  const secret = system.source.secrets?.auth_token as string;
  assert.deepEqual(source.secrets, ['auth_token']);
  const { uuid: source_uuid } = source;
  const patched = (await home.client.sources.patch({ source_uuid, body: { name: 'Nights' } })).data;
  assert.deepEqual([patched.name, patched.secrets], ['Nights', ['auth_token']]);
  const read = await fetch(`${pharos.baseUrl}/v1/sources`, { headers: { authorization: `Bearer ${home.token}` } });
  assert.ok(!(await read.text()).includes(secret));
  const [row] = await pharos.database.rows<{ text: string }>(sql`
    select sources::text || encode(secrets, 'escape') as text from sources where uuid = ${source_uuid}`);
  assert.ok(row && !row.text.includes(secret));
  assert.ok(!pharos.logged.join('\n').includes(secret));
  await home.client.sources.remove({ source_uuid });
  await assert.rejects(home.client.sources.get({ source_uuid }), { status_code: 404 });
  const [gone] = await pharos.database.rows<{ secrets: null }>(
    sql`select secrets from sources where uuid = ${source_uuid}`,
  );
  assert.equal(gone?.secrets, null);
});

test('what cannot be fetched is tried again and then stands with its reason; what is no recording is not tried again', async () => {
  const { send, tell, log, source } = await connect(openWebhook());
  media.set('late', { status: 503, headers: { 'retry-after': '0' } });
  media.set('words', { headers: { 'content-type': 'audio/wav' }, body: 'this is no sound at all' });
  const before = await countCalls();
  for (const id of ['late', 'missing', 'words']) assert.equal((await send(tell(id))).status, 200);
  await work();
  const states = async () => new Map((await log()).map((one) => [one.recording_id, one]));
  const first = await states();
  assert.deepEqual([first.get('late')?.state, first.get('late')?.reason], ['failed', 'fetch_failed']);
  assert.ok((first.get('late')?.attempts ?? 0) > 10);
  assert.deepEqual([first.get('missing')?.state, first.get('missing')?.reason], ['failed', 'fetch_missing']);
  assert.deepEqual([first.get('words')?.reason, first.get('words')?.attempts], ['not_a_recording', 1]);
  assert.equal(await countCalls(), before);
  media.set('late', { body: Buffer.from(beep()) });
  const arrival_uuid = first.get('late')?.uuid as string;
  const { data } = await home.client.sources.replay({ source_uuid: source.uuid, arrival_uuid });
  assert.equal(data.state, 'waiting');
  await work();
  assert.equal((await states()).get('late')?.state, 'taken');
  await assert.rejects(home.client.sources.replay({ source_uuid: source.uuid, arrival_uuid }), { status_code: 409 });
});

test('what was refused for a wrong secret is taken once the secret is right', async () => {
  const system = openTwilio();
  const right = system.source.secrets as Record<string, string>;
  const { source, send, tell, log, offer } = await connect({
    ...system,
    source: { ...system.source, secrets: { auth_token: 'old' } },
  });
  const id = offer();
  assert.equal((await send(tell(id))).status, 401);
  const [refused] = await log();
  const again = { source_uuid: source.uuid, arrival_uuid: refused?.uuid as string };
  assert.equal((await home.client.sources.replay(again)).data.state, 'refused');
  await home.client.sources.patch({ source_uuid: source.uuid, body: { secrets: right } });
  await home.client.sources.replay(again);
  await work();
  assert.deepEqual((await log()).map(({ state }) => state).sort(), ['ignored', 'taken']);
});

test('a test says whether the secrets are there', async () => {
  for (const open of SYSTEMS) {
    const { source } = await connect(open());
    const { data } = await home.client.sources.test({ source_uuid: source.uuid });
    assert.deepEqual([data.state, data.reason], ['test', null], open.name);
  }
  const { secrets: _none, ...bare } = openTwilio().source;
  const { data: source } = await home.client.sources.create({ body: bare });
  assert.equal((await home.client.sources.test({ source_uuid: source.uuid })).data.reason, 'secret_missing');
});

test('forty arrivals at once, each told three times and worked on by two, are forty calls', async () => {
  const { send, tell, log, offer } = await connect(openTelnyx());
  const before = await countCalls();
  const ids = Array.from({ length: 40 }, offer);
  const told = [...ids, ...ids.toReversed(), ...ids].map((id) => send(tell(id)));
  assert.deepEqual(new Set((await Promise.all(told)).map(({ status }) => status)), new Set([200]));
  await Promise.all([work(), work()]);
  assert.equal(await countCalls(), before + 40);
  const states = (await log()).map(({ state }) => state);
  assert.deepEqual([states.filter((one) => one === 'taken').length, states.length], [40, 120]);
});

test('a source needs an admin, a folder an operator, and each setting its kind', async () => {
  const [admin, member] = [await pharos.person('admin'), await pharos.person('member')];
  const body = openTwilio().source;
  await assert.rejects(member.client.sources.create({ body }), { status_code: 403 });
  const folder = { name: 'PBX', kind: 'folder', settings: { folder: '/var/spool/asterisk/monitor' } } as const;
  await assert.rejects(admin.client.sources.create({ body: folder }), { status_code: 403 });
  for (const wrong of [
    { ...body, kind: 'fax' as never },
    { ...body, secrets: { password: 'x' } },
    { name: 'Bridge', kind: 'webhook' as const, secrets: { signing_secret: 'x' } },
    { name: 'Bridge', kind: 'webhook' as const, settings: { hosts: ['https://media.example/'] } },
    { name: 'Telnyx', kind: 'telnyx' as const, settings: { public_key: 'short' } },
  ])
    await assert.rejects(admin.client.sources.create({ body: wrong as SourceCreate }), { status_code: 400 });
});
