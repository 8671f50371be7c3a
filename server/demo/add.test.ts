import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openPharos } from '../../test/support/pharos.ts';
import { addDemo } from './add.ts';
import { durationOf, home, transcriptOf } from './home.ts';
import { findRecording } from './recordings.ts';

const pharos = await openPharos();

test('a call of the demo has the words, the length and the size of the recording that is heard in it', async () => {
  const { actor, client } = await pharos.person('admin');
  await pharos.database.transaction((tx) => addDemo(tx, actor, pharos.storage));
  for (const demo of home.calls) {
    const { data: call } = await client.calls.get({ call_uuid: demo.uuid });
    const recording = findRecording(demo);
    assert.deepEqual(call.transcript, transcriptOf(demo));
    assert.equal(call.duration, durationOf(transcriptOf(demo)));
    assert.equal(call.file_size, recording === null ? null : readFileSync(recording).length);
    assert.deepEqual([call.file_name, call.file_format], [demo.file_name, demo.file_format]);
    if (recording === null) {
      await assert.rejects(client.recordings.info({ call_uuid: demo.uuid }), { status_code: 404 });
    } else {
      const heard = await client.recordings.get({ call_uuid: demo.uuid });
      assert.deepEqual(Buffer.from(await heard.arrayBuffer()), readFileSync(recording));
      assert.equal(heard.headers.get('content-type'), 'audio/mpeg');
    }
  }
});

test('a demo that is cut short leaves no row, and the next one is whole', async () => {
  const { actor, client } = await pharos.person('admin');
  const cut = pharos.database.transaction(async (tx) => {
    await addDemo(tx, actor, pharos.storage);
    throw new Error('cut short');
  });
  await assert.rejects(cut, /cut short/);
  assert.equal((await client.calls.list()).data.items.length, 0);
  await pharos.database.transaction((tx) => addDemo(tx, actor, pharos.storage));
  const heard = home.calls.filter((call) => findRecording(call) !== null);
  for (const { uuid } of heard)
    assert.equal((await client.recordings.info({ call_uuid: uuid })).data.channels > 0, true);
});
