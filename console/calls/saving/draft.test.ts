import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeOf } from '../playhead.ts';
import { findInWords } from '../words/find.ts';
import { countFixes, fixEverywhere, fixOf } from '../words/replace-all.ts';
import { say } from '../words/words.fixture.ts';
import {
  changeOf,
  confirmWord,
  correct,
  type Draft,
  freshId,
  isFullyLabelled,
  mergeVoices,
  nameVoice,
  putOnSide,
  reassign,
  splitVoice,
} from './draft.ts';

const draft: Draft = {
  source: 'deepgram',
  words: [...say('hello there', 'A'), ...say('good day', 'B', 2000)],
  speaker_labels: { A: 'Nora' },
  speaker_sides: {},
};
const speakers = ({ words }: Draft) => words.map(({ speaker }) => speaker).join('');

test('naming the last voice sends its label and that all are named, and not the words', () => {
  const named = nameVoice(draft, 'B', 'Anna');
  assert.deepEqual(changeOf(draft, named, false), {
    speaker_labels: { A: 'Nora', B: 'Anna' },
    is_fully_labelled: true,
  });
  assert.deepEqual(changeOf(named, draft, true), { speaker_labels: { A: 'Nora' }, is_fully_labelled: false });
  assert.deepEqual(changeOf(draft, draft, false), {});
});

test('a voice whose id is a word of JavaScript is named, and is merged, as any other', () => {
  for (const id of ['constructor', 'toString', '__proto__']) {
    const odd: Draft = {
      ...draft,
      words: [...say('hello there', id), ...say('good day', 'B', 2000)],
      speaker_labels: {},
    };
    const named = nameVoice(odd, id, 'Anna');
    const [own = ''] = Object.keys(named.speaker_labels);
    assert.equal(named.words[0]?.speaker, own);
    assert.equal(own === '__proto__', false);
    assert.equal(named.speaker_labels[own], 'Anna');
    for (const merged of [mergeVoices(odd, id, 'B'), mergeVoices(odd, 'B', id)]) {
      assert.equal(new Set(merged.words.map(({ speaker }) => speaker)).size, 1);
      assert.deepEqual(Object.entries(merged.speaker_labels), []);
    }
    const labelled = mergeVoices({ ...odd, speaker_labels: { B: 'Theo' } }, 'B', id);
    assert.deepEqual(Object.values(labelled.speaker_labels), ['Theo']);
    assert.equal(Object.hasOwn(labelled.speaker_labels, labelled.words[0]?.speaker ?? ''), true);
  }
});

test('a voice is put on a side beside its name, keeps it in a merge, and the same again is no change', () => {
  const put = putOnSide(draft, 'B', 'ours');
  assert.deepEqual(changeOf(draft, put, false), { speaker_sides: { B: 'ours' } });
  assert.equal(putOnSide(put, 'B', 'ours'), put);
  assert.deepEqual(mergeVoices(put, 'B', 'A').speaker_sides, { A: 'ours' });
  assert.deepEqual(mergeVoices(putOnSide(put, 'A', 'theirs'), 'B', 'A').speaker_sides, { A: 'theirs' });
  assert.deepEqual(putOnSide(put, 'B', null).speaker_sides, {});
  for (const id of ['constructor', 'toString', '__proto__']) assert.deepEqual(mergeVoices(put, id, 'A'), put);
});

test('a voice without an id gets one that nobody has', () => {
  const bare: Draft = { ...draft, words: say('who is this', null), speaker_labels: { '0': 'somebody' } };
  const named = nameVoice(bare, null, 'Anna');
  assert.equal(freshId(bare), '1');
  assert.equal(speakers(named), '111');
  assert.equal(named.speaker_labels['1'], 'Anna');
  assert.ok(isFullyLabelled(named));
});

test('a call in which nobody is heard is not fully labelled', () => {
  assert.equal(isFullyLabelled({ ...draft, words: [] }), false);
});

test('a few words are given to another voice, and the others stay the same objects', () => {
  const moved = reassign(draft, 1, 3, 'A');
  assert.equal(speakers(moved), 'AAAB');
  assert.equal(moved.words[0], draft.words[0]);
  assert.equal(moved.words[1], draft.words[1]);
  assert.equal(reassign(draft, 0, 2, 'A'), draft);
});

test('two voices become one, which keeps the name that there is', () => {
  const merged = mergeVoices(draft, 'A', 'B');
  assert.equal(speakers(merged), 'BBBB');
  assert.deepEqual(merged.speaker_labels, { B: 'Nora' });
  assert.deepEqual(mergeVoices({ ...draft, speaker_labels: { A: 'Nora', B: 'Anna' } }, 'A', 'B').speaker_labels, {
    B: 'Anna',
  });
});

test('one voice becomes two people: of its own, of one who is there already, or without a name', () => {
  const turns = [{ start: 1, end: 2 }];
  const split = splitVoice(draft, turns, { id: null, name: 'Theo' });
  assert.equal(speakers(split), 'A0BB');
  assert.deepEqual(split.speaker_labels, { A: 'Nora', '0': 'Theo' });
  assert.equal(split.words[0], draft.words[0]);
  const nameless = splitVoice(draft, turns, { id: null, name: '' });
  assert.equal(nameless.speaker_labels, draft.speaker_labels);
  assert.equal(isFullyLabelled(nameless), false);
  const known = splitVoice(draft, turns, { id: 'B', name: 'Anna' });
  assert.equal(speakers(known), 'ABBB');
  assert.equal(known.speaker_labels, draft.speaker_labels);
});

test('a correction sends the whole transcript with its source, and undoing it is no change at all', () => {
  const corrected = correct(draft, 0, 2, 'hello here');
  const { transcript } = changeOf(draft, corrected, false);
  assert.equal(transcript?.source, 'deepgram');
  assert.equal(transcript?.words.length, 4);
  assert.equal(correct(draft, 0, 2, ' hello  there '), draft);
});

test('a word that somebody stands for is sure', () => {
  assert.deepEqual(
    confirmWord(draft, 2).words.map(({ confidence }) => confidence),
    [0.9, 0.9, 1, 0.9],
  );
});

test('a mistake is fixed everywhere with the marks around it, and nowhere inside other words', () => {
  const words = say('Hollace, not Hollaces; (Hollace) and Hollace $&');
  const fix = fixOf(say('Mrs. Hollace, please'), say('Mrs. $&Hollis, please'));
  assert.deepEqual(fix, { from: 'Hollace', to: 'Hollis' });
  const given = { from: 'Hollace', to: '$&' };
  assert.equal(countFixes(words, given), 3);
  assert.equal(
    fixEverywhere(words, given)
      .map(({ text }) => text)
      .join(' '),
    '$&, not Hollaces; ($&) and $& $&',
  );
  assert.equal(fixOf(say('one two'), say('one, two')), null);
  assert.equal(fixOf(say('one two'), say('three four')), null);
});

test('words are found without accents, capitals and marks, across words, the last one only begun', () => {
  const words = say('Señora Delgado, the blue dress. The BLUE-green one');
  assert.deepEqual(findInWords(words, 'senora del'), [{ start: 0, end: 2 }]);
  assert.deepEqual(findInWords(words, 'the blue'), [
    { start: 2, end: 4 },
    { start: 5, end: 7 },
  ]);
  assert.deepEqual(findInWords(words, 'lue'), []);
  assert.deepEqual(findInWords(words, ' … '), []);
});

test('an address may name a second of the call', () => {
  assert.deepEqual(['#t=271.4', '#t=0', '#t=x', '', '#t=1e9', '#other'].map(timeOf), [
    271_400,
    0,
    null,
    null,
    null,
    null,
  ]);
});
