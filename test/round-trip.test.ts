import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numbersOf } from '../server/calls/numbers.ts';
import { bodies, nested, printed } from './faults/bodies.ts';
import { openCall, openPharos } from './support/pharos.ts';
import { fc } from './support/properties.ts';

const pharos = await openPharos();
const home = await pharos.person();

type Json = Record<string, unknown>;
const FIELDS = [
  'duration',
  'file_format',
  'file_name',
  'file_path',
  'file_size',
  'started_at',
  'direction',
  'from',
  'to',
  'answered_by',
  'title',
  'source_call_id',
  'is_fully_labelled',
  'provider_metadata',
  'speaker_labels',
  'speaker_sides',
  'transcript',
] as const;

const ask = async (call_uuid: string, body?: string) => {
  const response = await fetch(`${pharos.baseUrl}/v1/calls/${call_uuid}`, {
    method: body === undefined ? 'GET' : 'PUT',
    headers: { authorization: `Bearer ${home.token}`, 'content-type': 'application/json' },
    body,
  });
  const { data, message } = (await response.json()) as { data: Json; message: string | null };
  assert.equal(response.status, 200, message ?? '');
  return { data, etag: response.headers.get('etag') };
};

/** Call as it has to be after a PUT: given fields as sent, all others as before. JSON's -0 is 0. */
const afterPut = (before: Json, body: Json): Json => {
  const given = FIELDS.filter((name) => body[name] !== undefined && body[name] !== null);
  const sent = JSON.parse(JSON.stringify(Object.fromEntries(given.map((name) => [name, body[name]]))));
  if (sent.transcript) {
    const { source, words } = sent.transcript;
    const known = ({ text, start_ms, end_ms, confidence, ...more }: Json) => ({
      ...{ text, start_ms, end_ms, confidence },
      ...('speaker' in more && { speaker: more.speaker }),
    });
    sent.transcript = { source, words: words.map(known) };
  }
  return { ...before, ...sent, ...numbersOf(sent) };
};

/** Puts a body, and checks what a GET answers next and that the same body again is no change. */
const roundTrip = async (call_uuid: string, before: Json, body: Json): Promise<Json> => {
  const put = await ask(call_uuid, printed(body));
  const get = await ask(call_uuid);
  assert.deepEqual(get, put);
  const { updated_at } = get.data;
  assert.deepEqual(get.data, { ...afterPut(before, body), updated_at });
  const again = await ask(call_uuid, printed(body));
  assert.deepEqual(again, get);
  return get.data;
};

const LANES = 4;
const BODIES = 2_000;

test('what 2,000 random bodies give comes back equal, and what they leave out stays', {
  timeout: 600_000,
}, async () => {
  const lane = async () => {
    const { call_uuid } = await openCall(home);
    let { data: before } = await ask(call_uuid);
    const property = fc.asyncProperty(bodies, async (body) => {
      before = await roundTrip(call_uuid, before, body).catch(async (error) => {
        before = (await ask(call_uuid)).data;
        throw error;
      });
    });
    await fc.assert(property, { numRuns: BODIES / LANES });
  };
  await Promise.all(Array.from({ length: LANES }, lane));
});

test('labels are kept as deep as a body may be nested', async () => {
  const { call_uuid } = await openCall(home);
  const { data } = await ask(call_uuid);
  await roundTrip(call_uuid, data, { speaker_labels: { deepest: nested(30) } });
});

test('the smallest, the largest and negative zero come back as the numbers that they are', async () => {
  const { call_uuid } = await openCall(home);
  const { data } = await ask(call_uuid);
  const word = { text: '', start_ms: -0, end_ms: 1.7976931348623157e308, confidence: 5e-324 };
  const numbers = [5e-324, -5e-324, 1.797e308, -0, 0.1 + 0.2, 2 ** 53, -(2 ** 53), 1e21, 1e-7];
  const after = await roundTrip(call_uuid, data, {
    transcript: { source: 'manual', words: [word] },
    speaker_labels: { numbers },
    file_size: Number.MAX_SAFE_INTEGER,
  });
  assert.equal(after.file_size, 9_007_199_254_740_991);
});

const pageSample = {
  duration: 123,
  file_format: '<string>',
  file_name: '<string>',
  file_path: '<string>',
  file_size: 123,
  is_fully_labelled: true,
  provider_metadata: { assembly_ai_id: '<string>' },
  speaker_labels: {},
  transcript: {
    source: 'deepgram',
    words: [{ confidence: 123, end_ms: 123, start_ms: 123, text: '<string>', speaker: '<string>' }],
  },
};

test("the public page's own sample body is taken and comes back", async () => {
  const { call_uuid } = await openCall(home);
  const { data } = await ask(call_uuid);
  await roundTrip(call_uuid, data, pageSample);
});
