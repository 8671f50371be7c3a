import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXPORT_FORMATS, ExportFormat } from '@pharos/contract/transcripts.ts';
import { imported } from '../import.fixture.ts';
import { callOf, HOSTILE, spoken, TALK } from './call.fixture.ts';
import type { TranscribedCall } from './call.ts';
import { exportTranscript } from './export.ts';

const textOf = async (call: TranscribedCall, format: ExportFormat): Promise<string> =>
  Buffer.from((await exportTranscript(call, format)).bytes).toString();

test('every format of the contract can be written, and says what it is', async () => {
  const { enum: names } = ExportFormat as unknown as { enum: ExportFormat[] };
  assert.deepEqual(names, Object.keys(EXPORT_FORMATS));
  for (const name of names) {
    for (const call of [TALK, callOf([]), callOf([spoken('', 0, 0), spoken('\u0007', 1, 1)])]) {
      const { bytes, ...kind } = await exportTranscript(call, name);
      assert.ok(bytes.length > 0 || name === 'srt');
      assert.deepEqual(kind, EXPORT_FORMATS[name]);
    }
  }
});

test('text has the speakers by their names, and the time of each turn', async () => {
  assert.equal(
    await textOf(TALK, 'txt'),
    `call

Added: November 25, 2026 at 3:22 PM UTC
Length: 1 min 35 sec
Transcript: typed by hand
Speakers:
  Ann Lee
  Bob "Bobby" Ray

Ann Lee  0:00
We are so sorry.

Bob "Bobby" Ray  0:02
Thank you.

End of call
Call 0d9f6a4e-6a53-4f0b-9c0f-1f2d3c4b5a69
`,
  );
});

test('Markdown has the same, with names in bold', async () => {
  const markdown = await textOf(TALK, 'md');
  assert.match(markdown, /^# call\n\nAdded: November 25, 2026 at 3:22 PM UTC\\\nLength: 1 min 35 sec\\\n/);
  assert.match(markdown, /\n\n\*\*Ann Lee\*\* \*0:00\*\n\nWe are so sorry\.\n\n/);
});

test('a speaker without a label, or with one that is no name, is shown by the id', async () => {
  const words = ['2', '3', 'constructor'].map((speaker, i) => spoken('so', i, i, speaker));
  const txt = await textOf({ ...TALK, transcript: { source: 'manual', words } }, 'txt');
  assert.match(txt, /Speakers:\n {2}2\n {2}3\n {2}constructor\n/);
});

test('without a file name the call is named by its uuid, without a duration by its last word', async () => {
  const txt = await textOf(callOf([spoken('so', 0, 3_723_000)], { file_name: null, duration: null }), 'txt');
  assert.match(
    txt,
    /^Call 0d9f6a4e-6a53-4f0b-9c0f-1f2d3c4b5a69\n\nAdded: .*\nLength: 1 hr 2 min\nTranscript: typed by hand\n\n0:00\nso\n\nEnd/,
  );
});

test('our own JSON is imported again as it was, whatever a PUT may have kept', async () => {
  const words = [
    { text: ' ', start_ms: 5.5, end_ms: 2, confidence: 123, speaker: null },
    { text: 'a\n', start_ms: 1e12, end_ms: 0, confidence: -1, speaker: '' },
    ...HOSTILE.map((text, i) => spoken(text, 100 - i, i, '__proto__')),
  ];
  const call = callOf(words, { speaker_labels: { a: [1], b: null, c: 'Ann' } });
  const json = await textOf(call, 'json');
  assert.deepEqual(imported(json).transcript, call.transcript);
  assert.deepEqual(imported(json).names, { c: 'Ann' });
  assert.deepEqual(JSON.parse(json).speaker_labels, call.speaker_labels);
});

test('CSV keeps to RFC 4180, and no cell is a formula', async () => {
  const csv = await textOf(callOf(HOSTILE.map((text, i) => spoken(text, i, i, text))), 'csv');
  assert.ok(csv.startsWith('\ufeffstart_ms,end_ms,speaker,name,text\r\n'));
  const rows = csv.slice(1, -2).split('\r\n').slice(1);
  assert.equal(rows.length, HOSTILE.length - 1, 'one is nothing but a control character');
  for (const row of rows) {
    const cells = [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map((match) => match[1] ?? match[2]);
    assert.equal(cells.length, 5);
    for (const cell of cells) assert.doesNotMatch(cell ?? '', /^[=+\-@\t\r]|[\r\n]/);
  }
  assert.ok(csv.includes(",'=cmd|' /C calc'!A0,"));
  assert.ok(csv.includes('"""quoted"", and"'));
});

test('hostile text is one line of text in every format that is text', async () => {
  const words = HOSTILE.map((text, i) => spoken(text, i * 1000, i * 1000 + 900, String(i)));
  const call = callOf(words, { speaker_labels: Object.fromEntries(HOSTILE.map((text, i) => [String(i), text])) });
  for (const format of ['txt', 'md', 'srt', 'vtt', 'csv'] as const) {
    const text = await textOf(call, format);
    assert.doesNotMatch(text, /(?![\r\n])\p{Cc}|[\u2028\u2029\u202e]/u, format);
    assert.ok(text.includes('שלום') && text.includes('مرحبا') && text.includes('日本語') && text.includes('👩‍👩‍👧'));
  }
  const arrows = (text: string) => text.split('-->').length - 1;
  const cues = HOSTILE.length - 1;
  assert.equal(arrows(await textOf(call, 'srt')), cues);
  assert.equal(arrows(await textOf(call, 'vtt')), cues);
  assert.doesNotMatch((await textOf(call, 'vtt')).replace(/<v [^<>]*>|<\/v>/g, ''), /</);
  const markdown = await textOf(call, 'md');
  assert.doesNotMatch(markdown, /(?<!\\)<|(?<!\\)\[|(?<!\\):\/\/|^(#{2,} |- |1\. |---|=)/m);
  assert.match(markdown, /\n\n1\\\. one\n/);
});

const BRENNAN = {
  home: 'Evergreen Funeral Home',
  person: 'Walter Brennan',
  case_number: 'EV-2026-0431',
  time_zone: 'America/New_York',
};

test('a document says whose record it is, of whom, and when, by the clock of the home', async () => {
  const call = { ...TALK, ...BRENNAN, created_at: '2026-11-30T13:28:00Z', duration: 3723 };
  assert.match(
    await textOf(call, 'txt'),
    /^Evergreen Funeral Home\n\ncall\nWalter Brennan · EV-2026-0431\n\nAdded: November 30, 2026 at 8:28 AM EST\nLength: 1 hr 2 min\n/,
  );
  assert.match(
    await textOf(call, 'md'),
    /^Evergreen Funeral Home\n\n# call\n\nWalter Brennan · EV-2026-0431\n\nAdded: November 30, 2026 at 8:28 AM EST/,
  );
  assert.match(await textOf({ ...call, person: null }, 'txt'), /\ncall\nEV-2026-0431\n/);
  assert.match(await textOf({ ...call, case_number: null }, 'txt'), /\ncall\nWalter Brennan\n/);
});

test('a document may be in Spanish', async () => {
  const text = await textOf({ ...TALK, ...BRENNAN, language: 'es', created_at: '2026-11-30T13:28:00Z' }, 'txt');
  assert.match(text, /\nAgregada: 30 de noviembre de 2026.* 8:28.*\nDuración: 1 min 35 s\w*\n/);
  assert.match(text, /\nHablantes:\n/);
  assert.match(text, /\nFin de la llamada\nLlamada 0d9f6a4e/);
});

test('who spoke is a list, in which a comma makes no second person', async () => {
  const labels = { 0: 'Ruth Evergreen', 1: 'Maureen Brennan, wife' };
  const text = await textOf({ ...TALK, speaker_labels: labels }, 'txt');
  assert.match(text, /\nSpeakers:\n {2}Ruth Evergreen\n {2}Maureen Brennan, wife\n\n/);
});
