import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { SourceCreate } from '@pharos/contract/sources.ts';
import sql from 'sql-template-tag';
import { openIntake, SYSTEMS } from '../../test/support/intake.ts';
import { wav } from '../../test/support/recordings.ts';
import { beep } from '../../test/support/requests.ts';
import { openTelnyx, openTwilio, openWebhook, openZoomPhone, type Sent } from '../../test/support/telephone-systems.ts';

const { pharos, home, media, work, connect, countCalls } = await openIntake();

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

test('what no database keeps is left out of what a source tells, and an impossible time is not believed', async () => {
  const secret = 'a secret of our own';
  const system = { ...openWebhook(), kind: 'webhook' as const };
  const source = { ...system.source, secrets: { signing_secret: secret } };
  const { send, log, offer } = await connect({ ...system, source });
  const id = offer();
  const sign = (data: object): Sent => {
    const body = JSON.stringify({ type: 'call.recorded', data });
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', secret).update(`1.${timestamp}.${body}`).digest('base64');
    return {
      body,
      headers: { 'webhook-id': '1', 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` },
    };
  };
  const url = `https://media.example/${id}`;
  const odd = {
    title: `${'🕊'.repeat(300)}`,
    from: '\0+1\ud800',
    answered_by: '\0',
    started_at: '+020026-11-30T09:14:00Z',
  };
  assert.equal((await send(sign({ recording_id: `${id}\0`, recording_url: url, ...odd }))).status, 200);
  for (const wrong of [
    {},
    { recording_id: id },
    { recording_id: '\0', recording_url: url },
    { recording_id: {}, recording_url: [] },
  ])
    assert.equal((await send(sign(wrong))).status, 400);
  await work();
  const taken = (await log()).find(({ state }) => state === 'taken');
  assert.equal(taken?.recording_id, id);
  const { data: call } = await home.client.calls.get({ call_uuid: taken?.call_uuid as string });
  assert.deepEqual(
    [call.title, call.from, call.answered_by, call.started_at],
    ['🕊'.repeat(255), '+1\ufffd', null, null],
  );
});

test('in a stereo recording the voices have their sides, and ours the name of whoever answered', async () => {
  const system = openZoomPhone();
  const { send, log } = await connect({ ...system, source: { ...system.source, our_channel: 1 } });
  const id = `stereo ${randomUUID()}`;
  const samples = Buffer.from(Uint8Array.from({ length: 1600 }, (_, at) => 128 + ((at * 29) % 60)));
  media.set(encodeURIComponent(id), { body: wav(samples, { tag: 1, channels: 2, bits: 8 }) });
  await send(system.tell({ id, url: `https://zoom.us/recordings/${encodeURIComponent(id)}` }, ''));
  await work();
  const { data: call } = await home.client.calls.get({ call_uuid: (await log())[0]?.call_uuid as string });
  assert.deepEqual(call.speaker_labels, { ch_1: 'Nora Ellery' });
  assert.deepEqual(call.speaker_sides, { ch_1: 'ours', ch_0: 'theirs' });
});
