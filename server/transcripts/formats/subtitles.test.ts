import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported, refusal, repaired, said } from '../import.fixture.ts';

const texts = (file: string) => imported(file).transcript.words.map(({ text }) => text);

test('SRT is read with points, CRLF, a mark at its beginning, without numbers and without a last blank line', () => {
  const expected = [
    ['We', 1000, 1333],
    ['care', 1333, 2000],
    ['Yes', 2000, 3000],
  ];
  const plain = '1\n00:00:01,000 --> 00:00:02,000\nWe care\n\n2\n00:00:02,000 --> 00:00:03,000\nYes\n';
  assert.deepEqual(said(imported(plain)), expected);
  assert.deepEqual(said(imported(plain.replaceAll(',0', '.0'))), expected);
  assert.deepEqual(said(imported(`\ufeff${plain.replaceAll('\n', '\r\n')}`)), expected);
  assert.deepEqual(said(imported(plain.replace(/^\d$/gm, '').trimEnd())), expected);
  assert.deepEqual(said(imported(plain.replace('\n\n', '\n'))), expected);
});

test('a number that is said stays a word, and so does what follows a blank line', () => {
  const srt = '1\n00:00:01,000 --> 00:00:02,000\nborn in\n1931\n\nin May\n\n2\n00:00:02,000 --> 00:00:03,000\n1931\n';
  assert.deepEqual(texts(srt), ['born', 'in', '1931', 'in', 'May', '1931']);
});

test('each word has at least a millisecond, however short its cue', () => {
  assert.deepEqual(said(imported('00:00:01,000 --> 00:00:01,001\na bb ccc')), [
    ['a', 1000, 1001],
    ['bb', 1001, 1002],
    ['ccc', 1002, 1003],
  ]);
});

test('words do not outlast a cue that has a millisecond for each', () => {
  assert.deepEqual(said(imported('00:00:01,000 --> 00:00:01,003\naaaaaaaaaa b c')), [
    ['aaaaaaaaaa', 1000, 1001],
    ['b', 1001, 1002],
    ['c', 1002, 1003],
  ]);
});

test('cues that overlap are not shuffled into each other', () => {
  const vtt = 'WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ann>I wanted to say\n\n00:01.500 --> 00:02.500\n<v Bob>Yes please';
  assert.deepEqual(texts(vtt), ['I', 'wanted', 'to', 'say', 'Yes', 'please']);
  assert.deepEqual(repaired(vtt), {});
});

test('cues out of order are sorted by their start', () => {
  const srt = '00:00:05,000 --> 00:00:06,000\nlater on\n\n00:00:01,000 --> 00:00:02,000\nat first';
  assert.deepEqual(texts(srt), ['at', 'first', 'later', 'on']);
  assert.deepEqual(repaired(srt), { out_of_order: 1 });
});

test('a cue with an unreadable time keeps its words', () => {
  const vtt = 'WEBVTT\n\n00:01.000 --> 00:0x.000\nso sorry\n\n00:03.000 --> 00:04.000\nyes';
  assert.deepEqual(said(imported(vtt)), [
    ['so', 1000, 1571],
    ['sorry', 1571, 3000],
    ['yes', 3000, 4000],
  ]);
  assert.deepEqual(repaired(vtt), { missing_times: 2 });
});

test('Teams puts names into voice tags, several to a cue', () => {
  const vtt = [
    'WEBVTT',
    '',
    'c1/12-0',
    '00:00:03.000 --> 00:00:04.000 align:start',
    "<v Ann Lee>Hello.</v><v.loud Bob O'Hara>Good",
    'morning.</v>',
    '',
    '00:00:05.000 --> 00:00:06.000',
    'Nobody.',
  ].join('\n');
  const result = imported(vtt);
  assert.deepEqual(result.names, { 'Ann Lee': 'Ann Lee', "Bob O'Hara": "Bob O'Hara" });
  assert.deepEqual(said(result), [
    ['Hello.', 3000, 3333, 'Ann Lee'],
    ['Good', 3333, 3556, "Bob O'Hara"],
    ['morning.', 3556, 4000, "Bob O'Hara"],
    ['Nobody.', 5000, 6000],
  ]);
});

test('Zoom puts names before a colon', () => {
  const vtt = [
    'WEBVTT',
    '',
    ...['1', '00:00:01.000 --> 00:00:02.000', "ann's phone: Hello.", ''],
    ...['2', '00:00:02.000 --> 00:00:03.000', 'Bob: The service is at 10: please come.', ''],
    ...['3', '00:00:03.000 --> 00:00:04.000', "ann's phone: Yes.", ''],
  ].join('\r\n');
  const result = imported(vtt);
  assert.deepEqual(result.names, { "ann's phone": "ann's phone", Bob: 'Bob' });
  assert.deepEqual(
    result.transcript.words.map(({ text, speaker }) => `${speaker}/${text}`).join(' '),
    "ann's phone/Hello. Bob/The Bob/service Bob/is Bob/at Bob/10: Bob/please Bob/come. ann's phone/Yes.",
  );
});

test("a speaker's id is the name, tidied, so that no label of another speaker can be shown for it", () => {
  const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v  Sarah   Hollis >Yes';
  assert.deepEqual(imported(vtt).names, { 'Sarah Hollis': 'Sarah Hollis' });
  assert.deepEqual(said(imported(vtt)), [['Yes', 1000, 2000, 'Sarah Hollis']]);
  assert.match(refusal(vtt.replace('Sarah   Hollis', '__proto__')), /cannot be stored/);
});

test('a colon in a sentence makes no speaker, and no word is lost', () => {
  const srt =
    '00:00:01,000 --> 00:00:02,000\nand he said: come\n\n00:00:02,000 --> 00:00:03,000\nat https://a.b: yes\n\n' +
    '00:00:03,000 --> 00:00:04,000\n10: 30\n\n00:00:04,000 --> 00:00:05,000\nPsalm: I lift up my eyes\n\n' +
    '00:00:05,000 --> 00:00:06,000\nso\n\n00:00:06,000 --> 00:00:07,000\nbe it\n\n00:00:07,000 --> 00:00:08,000\nas it is';
  const result = imported(srt);
  assert.deepEqual(result.names, {});
  assert.equal(result.report.speakers, 0);
  assert.ok(texts(srt).includes('Psalm:'));
});

test('WebVTT tags are taken away and entities decoded; what is no tag is a word', () => {
  const cue = (text: string) => texts(`WEBVTT\n\n00:01.000 --> 00:02.000\n${text}`);
  assert.deepEqual(cue('<i>so</i> <c.red>very</c> <00:01.500>sorry'), ['so', 'very', 'sorry']);
  assert.deepEqual(cue('Smith &amp; Sons &lt;3 &#8217; &amp;lt;'), ['Smith', '&', 'Sons', '<3', '’', '&lt;']);
  assert.deepEqual(cue('5 < 6 <inaudible>'), ['5', '<', '6', '<inaudible>']);
  assert.deepEqual(cue('<v Roger Bingham'), ['Roger', 'Bingham']);
  assert.deepEqual(cue('&#0; &#xd800;'), ['\ufffd', '\ufffd']);
});

test('comments and styles of WebVTT are left out; stray text is pointed out', () => {
  const vtt = 'WEBVTT Kind: captions\n\nSTYLE\n::cue {}\n\nNOTE mine\nalone\n\nid 7\n00:01.000 --> 00:02.000\nYes\n\n';
  const stray = 'NOTE\nagain\n\nlost words\n\nid 8\n00:03.000 --> 00:04.000\nNo\n';
  assert.deepEqual(texts(vtt + stray), ['Yes', 'No']);
  assert.deepEqual(imported(vtt + stray).report.warnings, ['Lines outside of any cue were left out: 1.']);
  assert.deepEqual(imported(vtt).report.warnings, []);
});

test('a WebVTT file without cues is silence', () => {
  assert.deepEqual(imported('WEBVTT').transcript, { source: 'subtitles', words: [] });
});
