import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deepgram, imported, refusal } from '../import.fixture.ts';

const at = (i: number) => ({ start: i, end: i + 1 });
const segments = (...more: object[]) => more.map((one, i) => ({ ...at(i), text: `so ${i}`, ...one }));
const warnings = (file: object) => imported(file).report.warnings;
const voices = (file: object) => imported(file).transcript.words.map(({ speaker }) => speaker);

for (const key of ['speaker_id', 'speakerId', 'speaker_label', 'speakerLabel', 'speaker_tag', 'spk', 'speaker_name']) {
  test(`the speaker of a segment may stand under ${key}`, () => {
    const file = { segments: segments({ [key]: 'a' }, { [key]: 'b' }) };
    assert.deepEqual(voices(file), ['a', 'a', 'b', 'b']);
    assert.deepEqual(warnings(file), []);
    const words = { segments: [{ ...at(0), text: 'so', words: [{ ...at(0), word: 'so', [key]: 7 }] }] };
    assert.deepEqual(voices(words), ['7']);
  });
}

const NAMED: Record<string, object> = {
  'a map of names': { speakers: { spk_0: 'Ann', spk_1: ' Bob Ray ', spk_9: 'Eve' } },
  'a map of people': { speaker_names: { spk_0: { name: 'Ann' }, spk_1: { display_name: 'Bob Ray' } } },
  'a list of people': {
    speakers: [
      { id: 'spk_0', name: 'Ann' },
      { speaker_id: 'spk_1', speaker_name: 'Bob Ray' },
    ],
  },
};

for (const [kind, beside] of Object.entries(NAMED)) {
  test(`speakers are named by ${kind} beside the words`, () => {
    const file = { segments: segments({ speakerLabel: 'spk_0' }, { speakerLabel: 'spk_1' }), ...beside };
    assert.deepEqual(imported(file).names, { spk_0: 'Ann', spk_1: 'Bob Ray' });
    assert.deepEqual(warnings(file), []);
  });
}

test('speakers are named where they speak, and numbers are no names', () => {
  const people = segments(
    { speaker: { id: 'a', name: 'Ann' } },
    { speaker: 'b', speaker_name: 'Bob' },
    { speaker: 'c', speaker_name: 'Speaker 3' },
  );
  assert.deepEqual(imported({ segments: people }).names, { a: 'Ann', b: 'Bob' });
  assert.deepEqual(voices({ segments: people }), ['a', 'a', 'b', 'b', 'c', 'c']);
});

test('what looks like a speaker and was not read is a warning', () => {
  const unread = /^This file names speakers under "segments\[\]\.participant" who were not read\.$/;
  assert.match(warnings({ segments: segments({ participant: 'Ann' }) }).join(), unread);
  const elsewhere = { segments: segments({ speaker: 'A' }), turns: [{ ...at(0), speaker: 'B' }] };
  assert.match(warnings(elsewhere).join(), /speakers under "turns\[\]\.speaker"/);
  for (const nobody of ['', null, 'UU', 'unknown', '?']) {
    assert.deepEqual(warnings({ segments: segments({ participant: nobody }) }), []);
  }
  const word = { word: 'so', ...at(0), confidence: 1 };
  assert.deepEqual(warnings(deepgram([{ ...word, speaker: 0 }], [{ ...word, speaker: 1, ...at(1) }])), []);
});

test('words and their times that were not read are a warning', () => {
  const long = Array.from({ length: 9 }, (_, i) => ({ ...at(i), text: `so many words ${i}` }));
  const more = { segments: segments({}), paragraphs_of_all: long };
  assert.match(warnings(more).join(), /more words under "paragraphs_of_all\[\]\.start" than were read/);
  const items = [{ t: 'x', begin: 0, token: 'so' }, { t: 'x', begin: 1, token: 'sorry' }]; // biome-ignore format: short
  const coarse = { segments: [{ ...at(0), text: 'so sorry', items }] };
  assert.match(warnings(coarse).join(), /times of single words under "segments\[\]\.items\[\]\.begin"/);
  const odd = [{ word: 'so', t_start: 0 }, { word: 'sorry', t_start: 1 }]; // biome-ignore format: short
  const segment = { segments: [{ ...at(0), text: 'so sorry', words: odd }] };
  assert.match(warnings(segment).join(), /times of single words under "segments\[\]\.words\[\]\.t_start"/);
});

test('what says the same once more is no warning', () => {
  const file = {
    ...{ segments: segments({ speaker: 'A' }), translation: { segments: segments({ speaker: 'Z' }, {}, {}, {}) } },
    chapters: [{ ...at(0), summary: 'x'.repeat(99) }],
  };
  assert.deepEqual(warnings(file), []);
});

test('a refusal is true: words with times are never said to have none', () => {
  const times = /words and what may be their times, under "(result|parts)\[\]\.\w+".*no format that Pharos knows/;
  assert.match(refusal({ text: 'so', result: [{ word: 'so', ...at(0), conf: 1 }] }), times);
  assert.match(refusal({ id: 'a', status: 'completed', parts: [{ text: 'so', from_time: 1 }] }), times);
  assert.match(
    refusal({ segments: [{ words: [{ word: 'so', t_start: 1 }] }] }),
    /times of this file stand under "segments\[\]\.words\[\]\.t_start", where its format \(whisper\) has none/,
  );
  assert.match(refusal({ id: 'a', status: 'completed' }), /job that is completed, without its words/);
  assert.match(refusal({ id: 'a', status: 'failed' }), /job that failed/);
  assert.match(refusal({ id: 'a', status: 'queued' }), /once it is completed/);
});
