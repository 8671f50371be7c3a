import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCall, openPharos } from '../../test/support/pharos.ts';
import { chunk, type WavFormat, wav } from '../../test/support/recordings.ts';

const pharos = await openPharos();
const home = await pharos.person();
const { recordings } = home.client;

/** Milliseconds around muted words. */
const AROUND = 200;
const SAID = 'My PIN is 4 4 7 1 and thank you';

/** A call whose words take half a second each, and a recording of six seconds of 0x55. */
const openTalk = async (format: WavFormat, before?: Buffer<ArrayBuffer>) => {
  const { call_uuid } = await openCall(home);
  const words = SAID.split(' ').map((text, index) => ({
    ...{ text, start_ms: index * 500, end_ms: index * 500 + 500, confidence: 1, speaker: 'A' },
  }));
  await home.client.calls.update({ call_uuid, body: { transcript: { source: 'manual', words } } });
  const second = ((format.rate ?? 8000) * format.channels * format.bits) / 8;
  const body = new Uint8Array(wav(Buffer.alloc(6 * second, 0x55), format, before && { before }));
  await recordings.upload({ call_uuid, body });
  return { call_uuid, body, second };
};

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
const redact = 'security_code';

const FORMATS: [name: string, format: WavFormat, silence: number][] = [
  ['PCM of 16 bits', { tag: 1, channels: 1, bits: 16 }, 0],
  ['stereo PCM of 16 bits at 44.1 kHz', { tag: 1, channels: 2, bits: 16, rate: 44_100 }, 0],
  ['PCM of 8 bits', { tag: 1, channels: 1, bits: 8 }, 0x80],
  ['extensible PCM of 24 bits', { tag: 1, channels: 2, bits: 24, extensible: true }, 0],
  ['A-law', { tag: 6, channels: 1, bits: 8 }, 0xd5],
  ['mu-law', { tag: 7, channels: 2, bits: 8 }, 0xff],
];

for (const [name, format, silence] of FORMATS) {
  test(`${name} is silent where a code is said, and unchanged before and behind it`, async () => {
    const { call_uuid, body, second } = await openTalk(format, chunk('LIST', Buffer.alloc(300, 1)));
    const response = await recordings.get({ call_uuid, redact });
    assert.equal(response.headers.get('x-redacted'), '1');
    const heard = await bytesOf(response);
    assert.equal(heard.length, body.length);
    const sound = body.length - 6 * second;
    const frame = (format.channels * format.bits) / 8;
    const at = (ms: number) => sound + Math.round(((ms / 1000) * second) / frame) * frame;
    const [from, to] = [at(1500 - AROUND), at(3500 + AROUND)];
    const expected = Buffer.from(body).fill(silence, from, to);
    assert.ok(heard.equals(expected));
    assert.ok(
      (await bytesOf(await recordings.get({ call_uuid }))).equals(Buffer.from(body)),
      'the original is untouched',
    );
  });
}

test('every range of a muted recording is exactly those bytes, under a tag of its own', async () => {
  const { call_uuid } = await openTalk({ tag: 1, channels: 1, bits: 16 });
  const response = await recordings.get({ call_uuid, redact });
  const etag = response.headers.get('etag') ?? '';
  assert.notEqual(etag, (await recordings.get({ call_uuid })).headers.get('etag'));
  const whole = await bytesOf(response);
  const headers = { authorization: `Bearer ${home.token}` };
  const address = `${pharos.baseUrl}/v1/calls/${call_uuid}/recording?redact=${redact}`;
  for (const [start, end] of [
    [0, 99],
    [20_000, 40_001],
    [20_643, 20_643],
    [56_000, 70_001],
    [whole.length - 7, whole.length - 1],
  ] as const) {
    const part = await fetch(address, { headers: { ...headers, range: `bytes=${start}-${end}` } });
    assert.equal(part.status, 206);
    assert.ok((await bytesOf(part)).equals(whole.subarray(start, end + 1)), `${start}-${end}`);
  }
  const again = await fetch(address, { headers: { ...headers, 'if-none-match': etag } });
  assert.equal(again.status, 304);
});

test('a recording without such numbers is whole, and says that nothing was muted', async () => {
  const { call_uuid, body } = await openTalk({ tag: 1, channels: 1, bits: 16 });
  const response = await recordings.get({ call_uuid, redact: 'card_number,bank_account' });
  assert.equal(response.headers.get('x-redacted'), '0');
  assert.ok((await bytesOf(response)).equals(Buffer.from(body)));
});

test('sound that would have to be decoded is 409 and is not given out unmuted', async () => {
  const packed = await openTalk({ tag: 101, channels: 1, bits: 8 });
  await assert.rejects(recordings.get({ call_uuid: packed.call_uuid, redact }), {
    status_code: 409,
    message: /Only plain WAV/,
  });
});

test('without a transcript nobody knows where to mute: that is 404, and an unknown kind 400', async () => {
  const { call_uuid } = await openCall(home);
  await recordings.upload({
    call_uuid,
    body: new Uint8Array(wav(Buffer.alloc(8000), { tag: 1, channels: 1, bits: 8 })),
  });
  await assert.rejects(recordings.get({ call_uuid, redact }), { status_code: 404 });
  await assert.rejects(recordings.get({ call_uuid, redact: 'shoe_size' }), { status_code: 400 });
});
