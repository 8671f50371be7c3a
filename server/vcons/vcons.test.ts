import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { openCall, openPharos } from '../../test/support/pharos.ts';
import { beep } from '../../test/support/requests.ts';

const pharos = await openPharos();
const home = await pharos.person('member');
const { client } = home;

const words = [
  { text: 'Evergreen.', start_ms: 240.5, end_ms: 810, confidence: 0.98, speaker: 'A' },
  { text: 'Hello', start_ms: 1200, end_ms: 1400, confidence: 0.9, speaker: 'B' },
];
const deepgram = {
  metadata: { request_id: 'x', duration: 2 },
  results: {
    channels: [
      {
        alternatives: [
          {
            transcript: 'hello there',
            confidence: 0.9,
            words: [
              { word: 'hello', start: 0.1, end: 0.4, confidence: 0.9, speaker: 0 },
              { word: 'there', start: 0.5, end: 0.9, confidence: 0.9, speaker: 1 },
            ],
          },
        ],
      },
    ],
  },
};

/** A vCon as an adapter of a telephone system writes it. */
const written = (more: object = {}, dialog: object = {}) => ({
  ...{ vcon: '0.4.0', uuid: randomUUID(), created_at: '2026-11-30T14:20:00Z', subject: 'First call' },
  parties: [
    { tel: 'tel:+12125550123', name: 'Anna Hollis' },
    { tel: '+12125550100', name: 'Nora Ellery' },
  ],
  dialog: [
    {
      ...{ type: 'recording', start: '2026-11-30T09:14:00-05:00', duration: 61.4, parties: [0, 1], originator: 0 },
      ...{ mediatype: 'audio/x-wav', filename: 'call.wav', encoding: 'base64url', ...dialog },
    },
  ],
  analysis: [{ type: 'transcript', dialog: 0, vendor: 'deepgram', encoding: 'json', body: deepgram }],
  ...more,
});

const inline = (bytes: Uint8Array) => ({
  body: Buffer.from(bytes).toString('base64url'),
  content_hash: `sha512-${createHash('sha512').update(bytes).digest('base64url')}`,
});

test('a vCon becomes a call with its recording, words, numbers and time, in a case that is not identified yet', async () => {
  const bytes = beep();
  const { data, message } = await client.vcons.create({ body: written({}, inline(bytes)) });
  const { call, left_out } = data;
  assert.deepEqual([message, left_out], ['Call created', []]);
  assert.deepEqual(
    [call.started_at, call.duration, call.from_e164, call.to, call.title, call.file_name, call.direction],
    ['2026-11-30T14:14:00.000000Z', 61, '+12125550123', '+12125550100', 'First call', 'call.wav', null],
  );
  assert.deepEqual(
    call.transcript?.words.map(({ text, start_ms, speaker }) => [speaker, text, start_ms]),
    [
      ['0', 'hello', 100],
      ['1', 'there', 500],
    ],
  );
  const info = (await client.recordings.info({ call_uuid: call.uuid })).data;
  assert.equal(info.sha256, createHash('sha256').update(bytes).digest('hex'));
  assert.equal((await client.cases.get({ case_uuid: call.case_uuid })).data.case.identified, false);
});

test('a call that is exported and imported again is the same, and what a vCon has no place for is named', async () => {
  const { case_uuid, call_uuid } = await openCall(home);
  const body = {
    ...{ transcript: { source: 'assembly_ai' as const, words }, speaker_labels: { A: 'Nora', B: { name: 'Anna' } } },
    ...{ started_at: '2026-11-30T14:14:00Z', from: '(212) 555-0123', to: '101', title: 'First "call"', duration: 7 },
    ...{ source_call_id: 'CA1', file_name: 'a.wav', provider_metadata: { assembly_ai_id: 'x' } },
  };
  const { data: call } = await client.calls.update({ call_uuid, body });
  await client.recordings.upload({ call_uuid, body: beep() });
  const answer = await client.vcons.get({ call_uuid });
  assert.equal(answer.headers.get('content-type'), 'application/vcon+json');
  assert.equal(answer.headers.get('x-left-out'), 'provider_metadata');
  const vcon = (await answer.json()) as Record<string, unknown>;
  const { uuid: other } = (await client.cases.create({ body: { last_name: 'Hollis' } })).data;
  const { data } = await client.vcons.create({ body: vcon, case_uuid: other });
  assert.deepEqual(data.left_out, []);
  assert.equal(data.call.case_uuid, other);
  for (const name of ['transcript', 'speaker_labels', 'from', 'to', 'title', 'duration', 'source_call_id'] as const)
    assert.deepEqual(data.call[name], call[name], name);
  assert.equal(data.call.started_at, call.started_at);
  const hashes = await Promise.all(
    [call_uuid, data.call.uuid].map(async (uuid) => (await client.recordings.info({ call_uuid: uuid })).data.sha256),
  );
  assert.equal(hashes[0], hashes[1]);
  assert.notEqual(case_uuid, other);
});

const CARRIED: [name: string, vcon: object, left_out: [pointer: string, reason: string][]][] = [
  ['a recording at an address', written({}, { url: 'https://10.0.0.8/x' }), [['/dialog/0/url', 'at_an_address']]],
  ['bytes that are no recording', written({}, { body: 'bm8gc291bmQ' }), [['/dialog', 'not_a_recording']]],
  [
    'chats, other recordings, files and fields',
    written({
      dialog: [{ type: 'text', body: 'Hi' }, { type: 'recording' }, { type: 'recording' }],
      ...{ attachments: [{ body: 'x' }], 'a/b~': 1, group: [], redacted: {} },
      analysis: [
        { type: 'sentiment', body: 'sad' },
        { type: 'transcript', body: 'in words of its own' },
      ],
    }),
    [
      ['/attachments', 'unknown_field'],
      ['/a~1b~0', 'unknown_field'],
      ['/dialog/0', 'not_a_recording'],
      ['/dialog/2', 'another_dialog'],
      ['/analysis/0', 'unknown_field'],
      ['/analysis/1', 'unknown_transcript'],
    ],
  ],
  [
    'a signature',
    { payload: Buffer.from(JSON.stringify(written())).toString('base64url'), signatures: [{ signature: 'x' }] },
    [['/signatures', 'signature_not_checked']],
  ],
];
for (const [name, body, left_out] of CARRIED)
  test(`a vCon with ${name} says what a call does not carry`, async () => {
    const { data } = await client.vcons.create({ body: body as Record<string, unknown> });
    assert.deepEqual(
      data.left_out.map(({ pointer, reason }) => [pointer, reason]),
      left_out,
    );
    assert.equal(await client.recordings.info({ call_uuid: data.call.uuid }).catch((error) => error.status_code), 404);
  });

const REFUSED: [name: string, vcon: object][] = [
  ['no vCon', { hello: 1 }],
  ['an encrypted one', { ciphertext: 'x', recipients: [] }],
  ['one with extensions that must be understood', written({ critical: ['lawful_basis'] })],
  [
    'one whose recording is another than its hash says',
    written({}, { ...inline(beep()), content_hash: 'sha512-AAAA' }),
  ],
  ['a signed one without a vCon', { payload: 'AAAA', signatures: [] }],
];
for (const [name, body] of REFUSED)
  test(`${name} is refused, and makes neither a call nor a case`, async () => {
    const before = (await client.calls.list()).data.items.length;
    await assert.rejects(client.vcons.create({ body: body as Record<string, unknown> }), { status_code: 400 });
    assert.equal((await client.calls.list()).data.items.length, before);
  });

test('vCons stay inside the walls', async () => {
  const stranger = await pharos.person('member');
  const { case_uuid, call_uuid } = await openCall(home);
  await assert.rejects(stranger.client.vcons.get({ call_uuid }), { status_code: 404 });
  await assert.rejects(stranger.client.vcons.create({ body: written(), case_uuid }), { status_code: 404 });
  const viewer = await pharos.person('viewer', home);
  await assert.rejects(viewer.client.vcons.create({ body: written() }), { status_code: 403 });
});
