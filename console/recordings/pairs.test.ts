import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pairsOf } from './pairs.ts';

const files = (...names: string[]) => names.map((name) => ({ name, type: '' }));
const told = (...names: string[]) => {
  const { pairs, left_out } = pairsOf(files(...names));
  return [
    pairs.map(({ sound, words }) => [sound?.name ?? null, words?.name ?? null]),
    left_out.map(({ file, kept }) => [file.name, kept.name]),
  ];
};

test('a recording and a transcript of one name are one call, in whatever order they come', () => {
  assert.deepEqual(told('First.mp3', 'first.vtt'), [[['First.mp3', 'first.vtt']], []]);
  assert.deepEqual(told('b.json', 'a.wav', 'b.m4a', 'c.srt'), [
    [
      ['a.wav', null],
      ['b.m4a', 'b.json'],
      [null, 'c.srt'],
    ],
    [],
  ]);
  assert.deepEqual(told('call.mp3.json', 'call.mp3'), [[['call.mp3', 'call.mp3.json']], []]);
  assert.deepEqual(told('Señora.mp3'.normalize('NFD'), 'Señora.vtt')[1], []);
  assert.equal(told('Señora.mp3'.normalize('NFD'), 'Señora.vtt')[0]?.length, 1);
});

test("of several transcripts of a call the provider's result is taken, and the others are told", () => {
  assert.deepEqual(told('a.vtt', 'a.mp3', 'a.srt', 'a.json'), [
    [['a.mp3', 'a.json']],
    [
      ['a.vtt', 'a.json'],
      ['a.srt', 'a.json'],
    ],
  ]);
  assert.deepEqual(told('a.vtt', 'a.srt'), [[[null, 'a.vtt']], [['a.srt', 'a.vtt']]]);
});

test('no recording is left out: of two of one name, the one that the transcript names whole has it, else the first', () => {
  assert.deepEqual(told('a.wav', 'a.mp3', 'a.vtt')[0], [
    ['a.wav', 'a.vtt'],
    ['a.mp3', null],
  ]);
  assert.deepEqual(told('a.wav', 'a.mp3', 'a.mp3.vtt')[0], [
    ['a.wav', null],
    ['a.mp3', 'a.mp3.vtt'],
  ]);
  assert.deepEqual(told(), [[], []]);
});
