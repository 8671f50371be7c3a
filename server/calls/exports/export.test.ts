import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXPORT_FORMATS, type ExportFormat } from '@pharos/contract/transcripts.ts';
import { openCall, openPharos } from '../../../test/support/pharos.ts';

const pharos = await openPharos();
const home = await pharos.person();
const SUBTITLES = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Sarah>The blue dress\n';

const openWords = async () => {
  const { call_uuid } = await openCall(home);
  await home.client.calls.importTranscript({ call_uuid, body: SUBTITLES });
  await home.client.calls.update({ call_uuid, body: { file_name: 'Céline "first"/call.mp3' } });
  return call_uuid;
};

for (const format of Object.keys(EXPORT_FORMATS) as ExportFormat[]) {
  test(`a transcript can be had as ${format}`, async () => {
    const call_uuid = await openWords();
    const response = await home.client.calls.exportTranscript({ call_uuid, format });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), EXPORT_FORMATS[format].content_type);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    const name = response.headers.get('content-disposition') ?? '';
    assert.match(name, new RegExp(`^attachment; filename=.*\\.${format}`));
    assert.match(name, /filename\*=utf-8''C%C3%A9line/i);
    assert.doesNotMatch(name, /call\.mp3|\//);
    const bytes = Buffer.from(await response.arrayBuffer());
    assert.equal(bytes.length, Number(response.headers.get('content-length')));
    const beginnings: Partial<Record<ExportFormat, string>> = { pdf: '%PDF-', docx: 'PK' };
    assert.ok(bytes.toString('latin1').includes(beginnings[format] ?? 'dress'));
  });
}

test('a file is called by a name that every file system takes, however long that of the recording is', async () => {
  const call_uuid = await openWords();
  for (const letter of ['x', 'é', '木', '👩']) {
    await home.client.calls.update({ call_uuid, body: { file_name: `a${letter.repeat(1019)}.mp3` } });
    const { headers } = await home.client.calls.exportTranscript({ call_uuid, format: 'txt' });
    const disposition = headers.get('content-disposition') ?? '';
    const given = /filename\*=utf-8''([^;]+)/i.exec(disposition)?.[1] ?? /filename="?([^";]+)/.exec(disposition)?.[1];
    const name = decodeURIComponent(given ?? '');
    assert.match(name, new RegExp(`^a(${letter})+\\.txt$`, 'u'));
    assert.ok(Buffer.byteLength(name) > 190 && Buffer.byteLength(name) <= 210);
  }
});

test('what is exported as json, and as vtt, comes back with its words', async () => {
  const call_uuid = await openWords();
  const { data: before } = await home.client.calls.get({ call_uuid });
  for (const format of ['json', 'vtt'] as const) {
    const file = await (await home.client.calls.exportTranscript({ call_uuid, format })).text();
    const { data } = await home.client.calls.importTranscript({
      call_uuid: (await openCall(home)).call_uuid,
      body: file,
    });
    const texts = (words: { text: string }[] = []) => words.map(({ text }) => text);
    assert.deepEqual(texts(data.call.transcript?.words), texts(before.transcript?.words));
    if (format === 'json') assert.deepEqual(data.call.transcript, before.transcript);
  }
});

test('an export is recorded as a reading, and a call without words has none', async () => {
  const call_uuid = await openWords();
  await home.client.calls.exportTranscript({ call_uuid, format: 'txt' });
  const { data } = await home.client.audit.list({ subject_uuid: call_uuid, action: 'calls.exportTranscript' });
  assert.equal(data.items.length, 1);
  const empty = await openCall(home);
  await assert.rejects(home.client.calls.exportTranscript({ call_uuid: empty.call_uuid }), { status_code: 404 });
});

test('a format that is none is 400 and lists those that there are', async () => {
  const call_uuid = await openWords();
  await assert.rejects(home.client.calls.exportTranscript({ call_uuid, format: 'doc' as never }), {
    status_code: 400,
    message: /json, txt, md, srt, vtt, csv, docx, pdf/,
  });
});

test('a document that takes long keeps no other organization waiting', async () => {
  const neighbour = await pharos.person();
  const long = Array.from({ length: 3000 }, (_, i) => ({
    ...{ text: `word ${'aا'.repeat(10)}`, start_ms: i * 9000, end_ms: i * 9000 + 500, confidence: 1 },
    speaker: String(i % 2),
  }));
  const { call_uuid } = await openCall(home);
  await home.client.calls.update({ call_uuid, body: { transcript: { source: 'manual', words: long } } });
  const theirs = await openCall(neighbour);
  await neighbour.client.calls.importTranscript({ call_uuid: theirs.call_uuid, body: SUBTITLES });
  let isWritten = false;
  const writing = home.client.calls.exportTranscript({ call_uuid, format: 'pdf' }).then(async (response) => {
    const bytes = await response.arrayBuffer();
    isWritten = true;
    return Buffer.from(bytes);
  });
  const text = await neighbour.client.calls.exportTranscript({ call_uuid: theirs.call_uuid, format: 'txt' });
  assert.match(await text.text(), /dress/);
  assert.equal(isWritten, false);
  assert.ok((await writing).toString('latin1').startsWith('%PDF'));
});

test('a document says whose record it is, by the clock of the home, or of whoever asks', async () => {
  const admin = await pharos.person('admin');
  const { case_uuid, call_uuid } = await openCall(admin);
  await admin.client.calls.importTranscript({ call_uuid, body: SUBTITLES });
  const names = { first_name: 'Walter', last_name: 'Brennan', external_id: 'EV-2026-0431' };
  await admin.client.cases.update({ case_uuid, body: names });
  const text = async (more: { time_zone?: string; language?: 'es' } = {}) =>
    (await admin.client.calls.exportTranscript({ call_uuid, format: 'txt', ...more })).text();
  const { organization_uuid } = admin.actor;
  const { data: home } = await admin.client.organizations.get({ organization_uuid });
  const before = await text();
  assert.ok(before.startsWith(`${home.name}\n\n`));
  assert.match(before, /\nWalter Brennan · EV-2026-0431\n/);
  assert.match(before, /\nAdded: .* UTC\n/);
  await admin.client.organizations.patch({ organization_uuid, body: { time_zone: 'Asia/Tokyo' } });
  assert.match(await text(), /\nAdded: .* GMT\+9\n/);
  assert.match(await text({ time_zone: 'Asia/Kolkata' }), /\nAdded: .* GMT\+5:30\n/);
  assert.match(await text({ language: 'es' }), /\nAgregada: /);
  await assert.rejects(text({ time_zone: 'Asia/Nowhere' }), { status_code: 400 });
});
