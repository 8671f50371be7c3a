import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { zstdDecompressSync } from 'node:zlib';
import sql from 'sql-template-tag';
import { countRows, openCall, openPharos } from '../../test/support/pharos.ts';

const pharos = await openPharos();
const deepgram = await readFile(new URL('../../test/samples/deepgram/dg-speakers.json', import.meta.url));

const cue = (name: string, text: string) => `WEBVTT\n\n00:01.000 --> 00:02.000\n<v ${name}>${text}\n`;

test('importing a Deepgram result gives the words, a report, and keeps the file byte for byte', async () => {
  const home = await pharos.person('member');
  const { call_uuid } = await openCall(home);
  const { data, message } = await home.client.calls.importTranscript({ call_uuid, body: deepgram });
  assert.equal(message, 'Transcript imported');
  assert.equal(data.report.format, 'deepgram');
  assert.equal(data.report.words, data.call.transcript?.words.length);
  assert.ok(data.call.duration);
  assert.ok(data.call.provider_metadata?.deepgram_request_id);
  assert.deepEqual((await home.client.calls.get({ call_uuid })).data, data.call);

  const files = await pharos.database.rows<{ zstd: Buffer; format: string }>(sql`
    select provider_files.zstd, format from provider_files
    join transcripts on transcripts.provider_file_uuid = provider_files.uuid
    where provider_files.call_uuid = ${call_uuid}`);
  assert.equal(files.length, 1);
  assert.ok(deepgram.equals(zstdDecompressSync(files[0]?.zstd as Buffer)));
});

test('importing the same file twice makes no second version', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  const first = await home.client.calls.importTranscript({ call_uuid, body: deepgram });
  const counts = async () =>
    Promise.all(
      (['call_versions', 'transcripts', 'provider_files'] as const).map((of) => countRows(pharos.database, of)),
    );
  const before = await counts();
  const second = await home.client.calls.importTranscript({ call_uuid, body: deepgram });
  assert.deepEqual(second.data, first.data);
  assert.equal(second.etag, first.etag);
  assert.deepEqual(await counts(), before);
});

test('names in a subtitle file become labels and never replace one that a person wrote', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  await home.client.calls.update({ call_uuid, body: { speaker_labels: { Sarah: 'Aunt Sarah', S1: 'Director' } } });
  const body = `${cue('Sarah', 'Good')}\n00:02.000 --> 00:03.000\n<v Nora Ellery>morning`;
  const { data } = await home.client.calls.importTranscript({ call_uuid, body });
  assert.deepEqual(data.call.speaker_labels, { Sarah: 'Aunt Sarah', S1: 'Director', 'Nora Ellery': 'Nora Ellery' });
});

test("words of a named speaker are never shown under somebody else's label", async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  await home.client.calls.update({ call_uuid, body: { speaker_labels: { S1: 'Director', '0': 'Florist' } } });
  await home.client.calls.importTranscript({ call_uuid, body: cue('Nora', 'Good') });
  const { data } = await home.client.calls.importTranscript({ call_uuid, body: cue('Sarah', 'morning') });
  const { speaker_labels, transcript } = data.call;
  assert.deepEqual(
    transcript?.words.map(({ text, speaker }) => [text, speaker_labels[speaker as string]]),
    [['morning', 'Sarah']],
  );
});

test('an import fills what is empty and leaves what people wrote', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  const own = { duration: 7, is_fully_labelled: true, provider_metadata: { assembly_ai_id: 'mine' } };
  await home.client.calls.update({ call_uuid, body: own });
  const { call } = (await home.client.calls.importTranscript({ call_uuid, body: deepgram })).data;
  assert.equal(call.duration, 7);
  assert.equal(call.is_fully_labelled, true);
  assert.equal(call.provider_metadata?.assembly_ai_id, 'mine');
  assert.ok(call.provider_metadata?.deepgram_request_id);
});

test('a file that is no transcript is refused, and nothing is written', async () => {
  const home = await pharos.person();
  const { call_uuid, call } = await openCall(home);
  const files = await countRows(pharos.database, 'provider_files');
  for (const body of ['', 'Dear Anna,', '{"results":', '[]', new Uint8Array([0xff, 0xfb, 0x90, 0x64])]) {
    await assert.rejects(home.client.calls.importTranscript({ call_uuid, body }), { status_code: 400 });
  }
  assert.deepEqual((await home.client.calls.get({ call_uuid })).data, call);
  assert.equal(await countRows(pharos.database, 'provider_files'), files);
});

test('a transcript is imported by members of the own organization only', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  const viewer = await pharos.person('viewer', home);
  await assert.rejects(viewer.client.calls.importTranscript({ call_uuid, body: 'WEBVTT' }), { status_code: 403 });
  const stranger = await pharos.person();
  await assert.rejects(stranger.client.calls.importTranscript({ call_uuid, body: 'WEBVTT' }), { status_code: 404 });
});
