import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported } from '../import.fixture.ts';

const texts = (file: string) =>
  imported(file)
    .transcript.words.map(({ text }) => text)
    .join(' ');
const vtt = (...cues: string[]): string =>
  `WEBVTT\n\n${cues.map((text, i) => `00:0${i}.000 --> 00:0${i + 1}.000 align:start position:0%\n${text}\n`).join('\n')}`;

test('lines that roll upward were said once', () => {
  const youtube = vtt(
    ' \nwe<00:00:00.500><c> are</c>',
    'we are\n ',
    'we are\nso<00:00:02.500><c> very</c>',
    'so very\n ',
    'so very\nsorry',
    'sorry\n ',
  );
  assert.equal(texts(youtube), 'we are so very sorry');
  assert.equal(
    texts(vtt('we are', 'we are\nso very', 'so very\nsorry', 'sorry\nfor you')),
    'we are so very sorry for you',
  );
});

test('what somebody says twice stays', () => {
  assert.equal(texts(vtt('Yes.', 'Yes.', 'Yes.', 'No.')), 'Yes. Yes. Yes. No.');
  assert.equal(
    texts(vtt('Hello.', 'Hello.\nWho is it?', 'Ann.', 'Come in.', 'Thank you.')),
    'Hello. Hello. Who is it? Ann. Come in. Thank you.',
  );
});

test('text beside the times of a cue is said in it; settings are not', () => {
  assert.equal(texts('00:00:01,000 --> 00:00:02,000 We are\nso sorry\n'), 'We are so sorry');
  assert.equal(texts('00:00:01,000 --> 00:00:02,000  X1:117 X2:619 Y1:042 Y2:428\nYes\n'), 'Yes');
  assert.equal(texts('WEBVTT\n\n00:01.000 --> 00:02.000 line:0 position:20% size:60% align:start\nYes\n'), 'Yes');
});

test('a colon of Chinese width ends a name', () => {
  const { transcript, names } = imported(
    '00:00:01,000 --> 00:00:02,000\n王明：你好\n\n00:00:02,000 --> 00:00:03,000\n李華：是\n',
  );
  assert.deepEqual(
    transcript.words.map(({ text, speaker }) => [text, speaker]),
    [
      ['你好', '王明'],
      ['是', '李華'],
    ],
  );
  assert.deepEqual(names, { 王明: '王明', 李華: '李華' });
});
