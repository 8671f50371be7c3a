import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Word } from '@pharos/contract/transcripts.ts';
import type { WordStep } from '@pharos/contract/versions.ts';
import { passagesOf } from './passages.ts';

const wordsOf = (text: string, speaker: string | null = '0', from_ms = 0): Word[] =>
  text.split(' ').map((one, index) => ({
    text: one,
    start_ms: from_ms + index * 500,
    end_ms: from_ms + index * 500 + 400,
    confidence: 0.9,
    speaker,
  }));

const said = wordsOf('my mother was Mrs. Hollace of Ashgrove and she liked the sea');
const equal = (from: [number, number], to = from): WordStep => ({ op: 'equal', from, to });

test('a word that was corrected stands between the words that both versions have', () => {
  const steps: WordStep[] = [
    equal([0, 4]),
    {
      op: 'replace',
      from: [4, 5],
      to: [4, 5],
      before: wordsOf('Hollace', '0', 2000),
      after: wordsOf('Hollis', '0', 2000),
    },
    equal([5, 12]),
  ];
  assert.deepEqual(passagesOf(steps, said), [
    {
      kind: 'words',
      at_ms: 2000,
      lead: 'my mother was Mrs.',
      before: { text: 'Hollace', more: 0, speakers: ['0'] },
      after: { text: 'Hollis', more: 0, speakers: ['0'] },
      trail: 'of Ashgrove and she liked the',
    },
  ]);
});

test('a changed voice and a changed time are told apart, and neither is a changed word', () => {
  const step = (after: Word[]): WordStep => ({
    op: 'change',
    from: [0, 2],
    to: [0, 2],
    before: said.slice(0, 2),
    after,
  });
  const kinds = [step(wordsOf('my mother', '1')), step(wordsOf('my mother', '0', 40))].map(
    (one) => passagesOf([one, equal([2, 12])], said)[0]?.kind,
  );
  assert.deepEqual(kinds, ['voice', 'times']);
});

test('words that were taken out or put in have one side, and what is next to another change has no words around', () => {
  const steps: WordStep[] = [
    { op: 'delete', from: [0, 1], to: [0, 0], before: said.slice(0, 1) },
    { op: 'insert', from: [1, 1], to: [0, 1], after: wordsOf('Well,') },
    equal([1, 12]),
  ];
  const [gone, come] = passagesOf(steps, said);
  assert.deepEqual([gone?.before.text, gone?.after.text, gone?.trail], ['my', '', '']);
  assert.deepEqual([come?.before.text, come?.after.text, come?.lead], ['', 'Well,', '']);
});

test('a transcript that was replaced whole is shown by its first words, and the others are counted', () => {
  const long = Array.from({ length: 100 }, () => said).flat();
  const [all] = passagesOf(
    [{ op: 'replace', from: [0, 1200], to: [0, 1], before: long, after: said.slice(0, 1) }],
    long,
  );
  assert.equal(all?.before.text.split(' ').length, 60);
  assert.equal(all?.before.more, 1140);
});

test('two versions with the same words differ nowhere', () => {
  assert.deepEqual(passagesOf([equal([0, 12])], said), []);
  assert.deepEqual(passagesOf([], []), []);
});
