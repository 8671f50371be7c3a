import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openPharos } from '../../test/support/pharos.ts';
import { addDemo } from './add.ts';
import { durationOf, home, transcriptOf } from './home.ts';
import { findRecording } from './recordings.ts';

const pharos = await openPharos();

test('a call of the demo has the words, the length and the size of the recording that is really there', async () => {
  const { actor, client } = await pharos.person('admin');
  await pharos.database.transaction((tx) => addDemo(tx, actor));
  for (const demo of home.calls) {
    const { data: call } = await client.calls.get({ call_uuid: demo.uuid });
    const recording = findRecording(demo);
    assert.deepEqual(call.transcript, transcriptOf(demo));
    assert.equal(call.duration, durationOf(transcriptOf(demo)));
    assert.equal(call.file_size, recording === null ? null : readFileSync(recording).length);
    assert.deepEqual([call.file_name, call.file_format], [demo.file_name, demo.file_format]);
  }
});
