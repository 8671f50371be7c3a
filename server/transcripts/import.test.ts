import assert from 'node:assert/strict';
import { test } from 'node:test';
import { growthOf } from '../../test/support/cpu-time.ts';
import { deepgram, imported, refusal, repaired, said } from './import.fixture.ts';

const SECRET = 'Marguerite';
const word = { word: SECRET, start: 1, end: 2, confidence: 0.5 };
const own = { source: 'manual', words: [{ text: 'Hi', start_ms: 5.5, end_ms: 2, confidence: 123, speaker: 'S1' }] };

test('our own transcript is checked and comes back as it is', () => {
  const { transcript, report } = imported(own);
  assert.deepEqual(transcript, own);
  assert.equal(report.format, 'pharos');
  assert.deepEqual(report.repaired, {});
  assert.deepEqual(imported({ source: 'manual', words: [] }).transcript.words, []);
});

test('our own transcript is not repaired but refused', () => {
  const [first] = own.words;
  assert.match(refusal({ ...own, source: 'hearsay' }), /"source" is none of deepgram, assembly_ai/);
  assert.match(refusal({ ...own, words: [first, { ...first, end_ms: null }] }), /Word 1 has no "end_ms"/);
  assert.match(refusal({ ...own, words: [{ ...first, confidence: undefined }] }), /Word 0 has no "confidence"/);
  assert.match(refusal({ ...own, words: [{ ...first, start_ms: -1 }] }), /Word 0 has a negative time/);
  assert.match(refusal({ ...own, words: [{ ...first, speaker: 7 }] }), /speaker is no text/);
  assert.match(refusal({ uuid: 'u', transcript: own }), /whole call/);
});

test('an empty file, a recording and a document are told apart', () => {
  assert.match(refusal(''), /empty/);
  assert.match(refusal('\ufeff \r\n'), /empty/);
  for (const head of ['RIFF\x24\0\0\0WAVE', 'ID3\x04', 'OggS\0', 'fLaC\0', '\0\0\0\x20ftypM4A ', '\xff\xfb\x90']) {
    assert.match(refusal(Buffer.from(head, 'latin1')), /This is a recording, not a transcript/);
  }
  assert.match(refusal(Buffer.from('PK\x03\x04', 'latin1')), /document/);
  assert.match(refusal('We are so sorry for your loss.'), /text without times/);
});

test('UTF-8 and marked UTF-16 are read; anything else is asked for as UTF-8', () => {
  const srt = '00:00:01,000 --> 00:00:02,000\nAimée\n';
  const utf16 = Buffer.from(`\ufeff${srt}`, 'utf16le');
  assert.deepEqual(said(imported(utf16)), [['Aimée', 1000, 2000]]);
  assert.deepEqual(said(imported(Buffer.from(utf16).swap16())), [['Aimée', 1000, 2000]]);
  assert.match(refusal(Buffer.from(srt, 'latin1')), /not valid UTF-8 text.*encoding UTF-8/);
  assert.match(refusal(Buffer.from('00:00:01,000', 'utf16le')), /NUL characters.*UTF-8/);
});

test('NaN and Infinity in JSON are named, unless they are words', () => {
  const json = JSON.stringify(deepgram([word]));
  assert.match(refusal(json.replace('0.5', 'NaN')), /This JSON holds NaN/);
  assert.match(refusal(json.replace('0.5', '-Infinity')), /This JSON holds Infinity/);
  assert.match(refusal(json.replace(SECRET, '\\"NaN').slice(0, -3)), /damaged or incomplete/);
  assert.match(refusal(json.replace('0.5', '1e999')), /Word 0 has a confidence that is no number/);
});

test('damaged JSON is refused without a word of what it holds', () => {
  const json = JSON.stringify(deepgram([word]));
  for (const broken of [json.slice(0, -9), json.replace(',', ';'), json.replace(SECRET, `${SECRET}"`), `[${json}`]) {
    const message = refusal(broken);
    assert.match(message, /damaged or incomplete/);
    assert.ok(!message.includes(SECRET));
  }
});

test('a log of real-time messages is told from a damaged file', () => {
  assert.match(refusal('{"type":"Results"}\n{"type":"Results"}\n{"type":'), /log of JSON messages/);
});

test('unknown JSON is described by its first keys, cut short', () => {
  const json = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`key${i}${'x'.repeat(60)}`, SECRET]));
  const message = refusal(json);
  assert.ok(message.includes(`key9${'x'.repeat(36)}.`));
  assert.ok(!message.includes('key10') && !message.includes('x'.repeat(37)) && !message.includes(SECRET));
  assert.match(refusal('{}'), /nothing/);
  assert.match(refusal('[1]'), /not an object/);
});

test('keys that JavaScript treats in its own way do no harm', () => {
  const json = '{"__proto__":{"words":[]},"constructor":1,"toString":1,"format":{"toString":1},"hasOwnProperty":null}';
  assert.match(refusal(json), /__proto__, constructor/);
  const speaker = imported(deepgram([{ ...word, speaker: '__proto__' }]));
  assert.equal(speaker.transcript.words[0]?.speaker, '__proto__');
  assert.equal(({} as { words?: unknown }).words, undefined);
});

test('JSON nested a hundred thousand deep is refused like any other', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  assert.match(refusal(`{"a":${deep}}`), /no format that Pharos knows/);
  assert.match(refusal(`{"results":{"channels":${deep}}}`), /no format that Pharos knows/);
  assert.match(refusal('['.repeat(100_000)), /damaged or incomplete/);
});

test('a word that cannot be kept is named by its index, never by its text', () => {
  const at1 = (change: object) => refusal(deepgram([word, { ...word, ...change }]));
  const refused: [object, RegExp][] = [
    [{ start: -0.2 }, /Word 1 has a negative time/],
    [{ end: 3e6 }, /Word 1 has a time beyond/],
    [{ start: '1.0' }, /Word 1 has a time that is no number/],
    [{ word: 7 }, /Word 1 has no text/],
    [{ word: undefined }, /Word 1 has no text/],
    [{ word: `${SECRET}\0` }, /Word 1 holds a NUL/],
    [{ word: `${SECRET}\ud800` }, /Word 1 holds .* surrogate/],
    [{ word: 'é'.repeat(4097) }, /Word 1 is longer than 8192 bytes/],
    [{ confidence: '0.5' }, /Word 1 has a confidence that is no number/],
    [{ speaker: {} }, /speaker is neither/],
    [{ speaker: 'a\0' }, /speaker is neither/],
  ];
  for (const [change, message] of refused) {
    assert.match(at1(change), message);
    assert.ok(!at1(change).includes(SECRET));
  }
  assert.match(refusal(deepgram([word], [{ ...word, start: -1 }])), /Word 0 of channel 1 has a negative time/);
  assert.equal(imported(deepgram([{ ...word, word: 'é'.repeat(4096) }])).report.words, 1);
});

test('what can be repaired is repaired and counted', () => {
  const given = deepgram([
    { ...word, confidence: 1.2 },
    { word: ' \n', start: 2, end: 3 },
    { word: '', start: 2, end: 3 },
    { word: ' so ', start: 3, end: 2.5, confidence: -1 },
    { word: 'late' },
    { word: 'now', start: 4, end: 5 },
  ]);
  assert.deepEqual(said(imported(given)), [
    [SECRET, 1000, 2000],
    ['so', 3000, 3000],
    ['late', 3000, 4000],
    ['now', 4000, 5000],
  ]);
  assert.deepEqual(
    imported(given).transcript.words.map(({ confidence }) => confidence),
    [1, 0, 0, 0],
  );
  assert.deepEqual(repaired(given), { confidence_clamped: 2, end_before_start: 1, blank_text: 2, missing_times: 1 });
});

test('words may overlap, have no length, and hold spaces', () => {
  const words = [
    { word: 'New York', start: 1, end: 9 },
    { word: 'so', start: 2, end: 2 },
    { word: 'so', start: 2, end: 1e6 },
  ];
  assert.deepEqual(repaired(deepgram(words)), {});
  assert.equal(imported(deepgram(words)).transcript.words[0]?.text, 'New York');
});

test('times are rounded once, from the decimal, and never to minus zero', () => {
  const { transcript } = imported(deepgram([{ word: 'a', start: -0.0001, end: 0.6600000262260437 }]));
  assert.ok(Object.is(transcript.words[0]?.start_ms, 0));
  assert.equal(transcript.words[0]?.end_ms, 660);
});

test('what a speech service says besides a result is refused by name', () => {
  const refused: [object, RegExp][] = [
    [{ transcript_id: 't-1', status: 'completed' }, /webhook message of AssemblyAI, not the transcript/],
    [{ error: 'unauthorized' }, /error message/],
    [{ id: 'j-1', status: 'in_progress' }, /state of a transcription job/],
    [{ job: { id: 'j-1', status: 'transcribed' } }, /state of a transcription job/],
    [{ name: 'op', done: false, metadata: {} }, /state of a transcription job/],
  ];
  for (const [json, message] of refused) assert.match(refusal(json), message);
});

test('four times as many words, up to three hours of them, are not sixteen times as much work', () => {
  const read = (words: number) => {
    const channel = Array.from({ length: words / 2 }, (_, i) => ({ ...word, start: i % (words / 4), end: i }));
    assert.equal(imported(deepgram(channel, channel)).report.words, words);
  };
  const growth = growthOf(read, 7_000, 28_000);
  assert.ok(growth < 12, `${growth} times`);
});
