import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transcript, Word } from '@pharos/contract/transcripts.ts';
import type { WordStep } from '@pharos/contract/versions.ts';
import { fc } from '../../test/support/properties.ts';
import { runsInCommon } from './common-runs.ts';
import { diffTranscripts } from './diff.ts';

const word = (text: string, more: Partial<Word> = {}): Word => ({
  text,
  start_ms: 0,
  end_ms: 1,
  confidence: 1,
  ...more,
});
const said = (text: string): Transcript => ({
  source: 'manual',
  words: text
    .split(' ')
    .filter(Boolean)
    .map((one) => word(one)),
});
const brief = (steps: WordStep[]) => steps.map(({ op, from, to }) => `${op} ${from.join('-')} ${to.join('-')}`);

/** Applies the steps to the words that they begin with. */
const applied = (steps: WordStep[], before: Word[]): Word[] =>
  steps.flatMap(({ op, from, after }) => (op === 'equal' ? before.slice(...from) : (after ?? [])));

test('words that were corrected, added and left out are told in order', () => {
  const before = said('we are sorry for for your lost');
  const after = said('oh we are so sorry for your loss');
  const steps = diffTranscripts(before, after);
  assert.deepEqual(brief(steps), [
    'insert 0-0 0-1',
    'equal 0-2 1-3',
    'insert 2-2 3-4',
    'equal 2-4 4-6',
    'delete 4-5 6-6',
    'equal 5-6 6-7',
    'replace 6-7 7-8',
  ]);
  assert.deepEqual(steps.at(-1)?.before, [word('lost')]);
  assert.deepEqual(steps.at(-1)?.after, [word('loss')]);
  assert.ok(!('before' in (steps[1] as WordStep)), 'equal words are told by their range alone');
});

test('a word with the same text but another time, confidence or speaker is a change', () => {
  const changes: Partial<Word>[] = [
    { start_ms: 0.5 },
    { end_ms: 2 },
    { confidence: 0 },
    { speaker: 'B' },
    { speaker: null },
  ];
  for (const change of changes) {
    const [before, after] = [said('a b c'), said('a b c')];
    after.words[1] = word('b', change);
    const steps = diffTranscripts(before, after);
    assert.deepEqual(brief(steps), ['equal 0-1 0-1', 'change 1-2 1-2', 'equal 2-3 2-3']);
    assert.deepEqual([steps[1]?.before, steps[1]?.after], [[word('b')], [word('b', change)]]);
  }
});

test('no transcript is compared as one without words', () => {
  assert.deepEqual(diffTranscripts(null, null), []);
  assert.deepEqual(diffTranscripts(null, said('')), []);
  assert.deepEqual(brief(diffTranscripts(null, said('a b'))), ['insert 0-0 0-2']);
  assert.deepEqual(brief(diffTranscripts(said('a b'), null)), ['delete 0-2 0-0']);
});

const text = fc.oneof(
  fc.constantFrom('', ' ', 'a', 'b', 'é', 'e\u0301', '__proto__', 'constructor', 'toString', '\ud83d\udd4a', '\u202e'),
  fc.string({ maxLength: 2 }),
);
const words = fc.array(
  fc.record({ text, start_ms: fc.nat(2), end_ms: fc.nat(2), confidence: fc.constant(1) }, { noNullPrototype: true }),
  { maxLength: 40 },
);

test('the steps lead from any words to any others, and cover both without a gap', () => {
  const property = fc.property(words, words, (before, after) => {
    const steps = diffTranscripts({ source: 'manual', words: before }, { source: 'manual', words: after });
    assert.deepEqual(applied(steps, before), after);
    let [i, j] = [0, 0];
    for (const { op, from, to, before: old } of steps) {
      assert.deepEqual([from[0], to[0]], [i, j]);
      if (op !== 'equal' && op !== 'insert') assert.deepEqual(old, before.slice(...from));
      [i, j] = [from[1], to[1]];
    }
    assert.deepEqual([i, j], [before.length, after.length]);
  });
  fc.assert(property, { numRuns: 500 });
});

test('what is in common is the longest that can be, whatever stands on one side only', () => {
  const lists = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
  const property = fc.property(lists, lists, (before, after) => {
    const length = runsInCommon(before, after).reduce((sum, run) => sum + run.length, 0);
    assert.equal(length, longest(before, after));
  });
  fc.assert(property, { numRuns: 500 });
});

/** The length of the longest common subsequence, from the whole table of prefixes. */
const longest = (before: string[], after: string[]): number => {
  let row = after.map(() => 0);
  for (const one of before) {
    const above = row;
    row = [];
    for (const [j, other] of after.entries()) {
      const diagonal = j > 0 ? (above[j - 1] as number) : 0;
      row.push(one === other ? diagonal + 1 : Math.max(above[j] as number, row[j - 1] ?? 0));
    }
  }
  return row.at(-1) ?? 0;
};

test('beyond its effort, only the common beginning and end are found', () => {
  const shuffled = (seed: number) => Array.from({ length: 60 }, (_, index) => String(((index + 1) * seed) % 61));
  const before = ['hello', ...shuffled(7), 'good', 'bye'];
  const after = ['hello', ...shuffled(11), 'good', 'bye'];
  assert.deepEqual(runsInCommon(before, after, 100), [
    { from: 0, to: 0, length: 1 },
    { from: 61, to: 61, length: 2 },
  ]);
  assert.ok(runsInCommon(before, after).length > 2);
});
