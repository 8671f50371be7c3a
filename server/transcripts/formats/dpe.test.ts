import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported, refusal, said } from '../import.fixture.ts';

const word = (text: string, start: number, end: number) => ({ id: start, text, start, end });
const paragraph = (speaker: string, start: number, end: number) => ({ id: start, speaker, start, end });

test('a word belongs to the paragraph in which it begins, and a speaker is a name', () => {
  const result = imported({
    words: [word('So', 0, 1), word('sorry.', 1, 3), word('Yes.', 3, 4), word('Oh', 4, 5), word('so', 9, 10)],
    paragraphs: [paragraph('Bob', 3, 4), paragraph('Ann  Lee', 0, 3), paragraph('U_UKN', 4, 5)],
  });
  assert.deepEqual(said(result), [
    ['So', 0, 1000, 'Ann Lee'],
    ['sorry.', 1000, 3000, 'Ann Lee'],
    ['Yes.', 3000, 4000, 'Bob'],
    ['Oh', 4000, 5000],
    ['so', 9000, 10_000],
  ]);
  assert.deepEqual(result.names, { 'Ann Lee': 'Ann Lee', Bob: 'Bob' });
  assert.equal(result.transcript.source, 'manual');
});

test('a name that could not be a label is refused', () => {
  const json = { words: [word('So', 0, 1)], paragraphs: [paragraph('__proto__', 0, 1)] };
  assert.match(refusal(json), /name cannot be stored/);
});

test('Gecko is told from Rev.ai, and its marks belong to the word before', () => {
  const terms = [
    { start: 1, end: 2, text: 'so', type: 'WORD', confidence: 0.5 },
    { start: 2, end: 2, text: '.', type: 'PUNCTUATION' },
  ];
  const result = imported({ schemaVersion: '2.0', monologues: [{ speaker: { id: 'ann' }, start: 1, end: 2, terms }] });
  assert.deepEqual(said(result), [['so.', 1000, 2000, 'ann']]);
  assert.equal(result.report.format, 'gecko');
});
