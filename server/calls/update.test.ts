import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCall, openPharos } from '../../test/support/pharos.ts';

const pharos = await openPharos();

const words = [
  { text: 'Good', start_ms: 120, end_ms: 480, confidence: 0.98, speaker: '0' },
  { text: 'morning,', start_ms: 480, end_ms: 900.5, confidence: 0.5, speaker: null },
  { text: '', start_ms: 30, end_ms: 10, confidence: -1 },
];

test('a PUT answers the whole call, and the next GET answers the same', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  const body = {
    duration: 672,
    file_name: 'First call.mp3',
    file_size: Number.MAX_SAFE_INTEGER,
    is_fully_labelled: true,
    speaker_labels: { '0': 'Director', '1': { name: 'Anna', role: ['next of kin'] } },
    provider_metadata: { assembly_ai_id: 'x', other: 1.5 },
    transcript: { source: 'deepgram' as const, words },
  };
  const put = await home.client.calls.update({ call_uuid, body });
  assert.equal(put.message, 'Call updated');
  const { updated_at, ...rest } = put.data;
  assert.deepEqual({ ...rest, ...body }, rest);
  const get = await home.client.calls.get({ call_uuid });
  assert.deepEqual(get.data, put.data);
  assert.equal(get.etag, put.etag);
});
