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
Record of 25 November 2026 at 15:22 UTC · 1:35
Speakers: Ann Lee, Bob "Bobby" Ray

Ann Lee  0:00
We are so sorry.

Bob "Bobby" Ray  0:02
Thank you.
`,
  );
});

test('Markdown has the same, with names in bold', async () => {
  const markdown = await textOf(TALK, 'md');
  assert.match(markdown, /^# call\n\nRecord of 25 November 2026/);
  assert.match(markdown, /\n\n\*\*Ann Lee\*\* \*0:00\*\n\nWe are so sorry\.\n\n/);
});

test('a speaker without a label, or with one that is no name, is shown by the id', async () => {
  const words = ['2', '3', 'constructor'].map((speaker, i) => spoken('so', i, i, speaker));
  const txt = await textOf({ ...TALK, transcript: { source: 'manual', words } }, 'txt');
  assert.match(txt, /Speakers: 2, 3, constructor\n/);
});

test('without a file name the call is named by its uuid, without a duration by its last word', async () => {
  const txt = await textOf(callOf([spoken('so', 0, 3_723_000)], { file_name: null, duration: null }), 'txt');
  assert.match(txt, /^Call 0d9f6a4e-6a53-4f0b-9c0f-1f2d3c4b5a69\nRecord of .* · 1:02:03\n\n0:00\nso\n$/);
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
