import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../../test/support/properties.ts';
import { textOf } from '../../transcript/turns.ts';
import { say } from '../words/words.fixture.ts';
import { conflictsOf, differencesOf, mergeDrafts } from './conflict.ts';
import { correct, type Draft, nameVoice, putOnSide, reassign } from './draft.ts';

const before: Draft = {
  source: 'deepgram',
  words: [...say('one two three', 'A'), ...say('four five six', 'B', 3000)],
  speaker_labels: { A: 'Nora' },
  speaker_sides: {},
};
// What comes from the server is equal, and never the same object.
const again = (draft: Draft): Draft => JSON.parse(JSON.stringify(draft));
const said = (text: string, ...speakers: string[]) => ({ text, speakers });
const merge = (yours: Draft, theirs: Draft) => mergeDrafts(before, yours, again(theirs));

test('two people who name two voices both have named one', () => {
  const merged = merge(nameVoice(before, 'A', 'Nora Ellery'), nameVoice(before, 'B', 'Anna'));
  assert.deepEqual(merged.speaker_labels, { A: 'Nora Ellery', B: 'Anna' });
});

test('what two people say of the sides of voices is kept, and of one voice yours', () => {
  const merged = merge(putOnSide(before, 'A', 'ours'), putOnSide(putOnSide(before, 'A', 'theirs'), 'B', 'theirs'));
  assert.deepEqual(merged.speaker_sides, { A: 'ours', B: 'theirs' });
});

test('two people who name the same voice see both names, and on top of theirs is yours', () => {
  const [yours, theirs] = [nameVoice(before, 'B', 'Anna'), nameVoice(before, 'B', 'Carol')];
  assert.deepEqual(differencesOf(before, yours, again(theirs)), [
    { kind: 'label', id: 'B', before: null, theirs: 'Carol', yours: 'Anna' },
  ]);
  assert.equal(merge(yours, theirs).speaker_labels.B, 'Anna');
});

const CHANGES: [what: string, yours: Draft, theirs: Draft, meet: boolean][] = [
  ['names of two voices', nameVoice(before, 'A', 'Anna'), nameVoice(before, 'B', 'Carol'), false],
  ['two names of one voice', nameVoice(before, 'B', 'Anna'), nameVoice(before, 'B', 'Carol'), true],
  ['one name by both', nameVoice(before, 'B', 'Anna'), nameVoice(before, 'B', 'Anna'), false],
  ['a name and a word', nameVoice(before, 'B', 'Anna'), correct(before, 0, 3, 'one 2 three'), false],
  ['words side by side', correct(before, 0, 3, 'one deux three'), correct(before, 0, 3, 'one two drei'), false],
  ['one word', correct(before, 0, 3, 'one deux three'), correct(before, 0, 3, 'one zwei three'), true],
  ['the text of a word and its voice', correct(before, 0, 3, 'one deux three'), reassign(before, 0, 3, 'B'), false],
  ['two voices of one word', reassign(before, 0, 3, 'B'), reassign(before, 0, 3, 'C'), true],
  [
    'words added at one place',
    correct(before, 3, 6, 'four five six 7'),
    correct(before, 3, 6, 'four five six 8'),
    true,
  ],
  [
    'words added and corrected',
    correct(before, 0, 3, 'one two three 4'),
    correct(before, 3, 6, 'vier five six'),
    false,
  ],
  ['a word taken out and corrected', correct(before, 0, 3, 'one three'), correct(before, 0, 3, 'one 2 three'), true],
];
for (const [what, yours, theirs, meet] of CHANGES) {
  test(`${what} ${meet ? 'are a conflict' : 'are none'}`, () => {
    assert.equal(conflictsOf(before, yours, again(theirs)).length > 0, meet);
  });
}

test('a conflict is told without the changes beside it that meet nothing', () => {
  const yours = nameVoice(correct(before, 0, 3, 'one deux three'), 'B', 'Anna');
  const theirs = again(correct(before, 0, 6, 'one zwei three vier five six'));
  assert.deepEqual(
    conflictsOf(before, yours, theirs).map(({ kind }) => kind),
    ['words'],
  );
});

test('corrections of neighbouring words do not take each other away', () => {
  const merged = merge(correct(before, 0, 3, 'one 2 three'), correct(before, 0, 3, 'one two 3'));
  assert.equal(textOf(merged.words), 'one 2 3 four five six');
});

test('words that both have corrected are shown in both versions, and yours is put on top', () => {
  const [yours, theirs] = [correct(before, 0, 3, 'one deux three'), correct(before, 0, 3, 'one zwei three')];
  assert.deepEqual(differencesOf(before, yours, again(theirs)), [
    { kind: 'words', at_ms: 1000, before: said('two'), theirs: said('zwei'), yours: said('deux') },
  ]);
  assert.equal(textOf(merge(yours, theirs).words), 'one deux three four five six');
});

test('of two words side by side, each keeps the correction of whoever made it', () => {
  const theirs = correct(before, 0, 3, 'uno due three');
  const merged = merge(correct(before, 0, 3, 'one deux trois'), theirs);
  assert.equal(textOf(merged.words), 'uno deux trois four five six');
  assert.equal(differencesOf(before, correct(before, 0, 3, 'one deux trois'), again(theirs)).length, 1);
});

test('a turn that you give to somebody keeps the word that they have corrected in it', () => {
  const merged = merge(reassign(before, 0, 3, 'B'), correct(before, 0, 3, 'one zwei three'));
  assert.deepEqual(
    merged.words.slice(0, 3).map(({ text, speaker }) => [text, speaker]),
    [
      ['one', 'B'],
      ['zwei', 'B'],
      ['three', 'B'],
    ],
  );
});

test('two voices that two people have each found are two', () => {
  const yours = nameVoice(reassign(before, 0, 1, '0'), '0', 'Bob');
  const theirs = nameVoice(reassign(before, 4, 6, '0'), '0', 'Carol');
  const merged = merge(yours, theirs);
  assert.deepEqual(
    merged.words.map(({ speaker }) => speaker),
    ['1', 'A', 'A', 'B', '0', '0'],
  );
  assert.deepEqual(merged.speaker_labels, { A: 'Nora', 0: 'Carol', 1: 'Bob' });
  // The same words given to a new voice by both are one voice.
  assert.deepEqual(merge(yours, reassign(before, 0, 1, '0')).speaker_labels, { A: 'Nora', 0: 'Bob' });
});

test('who says the words is told where that is what differs', () => {
  const theirs = again(reassign(before, 0, 1, 'B'));
  assert.deepEqual(differencesOf(before, before, theirs), [
    { kind: 'words', at_ms: 0, before: said('one', 'A'), theirs: said('one', 'B'), yours: said('one', 'A') },
  ]);
});

test('words that they added, took out and gave to another voice stay so beside your correction', () => {
  const theirs = reassign(correct(before, 3, 6, 'and four six'), 0, 1, 'B');
  const merged = merge(correct(before, 1, 2, 'too'), theirs);
  assert.equal(textOf(merged.words), 'one too three and four six');
  assert.equal(merged.words[0]?.speaker, 'B');
});

test('the same correction by both is no contest', () => {
  const same = correct(before, 0, 3, 'one 2 three');
  assert.equal(textOf(merge(same, same).words), 'one 2 three four five six');
});

test('a voice that you merged away has no label any more', () => {
  const { A: _gone, ...speaker_labels } = before.speaker_labels;
  assert.deepEqual(merge({ ...before, speaker_labels }, before).speaker_labels, {});
});

test('where only one of two has done anything, the merge is exactly that', () => {
  const edit = fc.record({
    start: fc.nat(5),
    length: fc.nat(3),
    text: fc.array(fc.constantFrom('one', 'six', 'new'), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 4 }), (edits) => {
      const edited = edits.reduce((draft, { start, length, text }) => {
        return correct(draft, start, Math.min(start + length, draft.words.length), text.join(' '));
      }, before);
      assert.deepEqual(merge(edited, before).words, edited.words);
      assert.deepEqual(merge(before, edited).words, again(edited).words);
      assert.deepEqual(merge(edited, edited).words, again(edited).words);
    }),
  );
});
