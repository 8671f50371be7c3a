import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CallFacts, readCall } from '../call.ts';
import { findPhrases, type PhraseScope } from './find-phrases.ts';

/** Reads turns written as "A: words". Each word takes half a second. */
const callOf = (text: string, facts: CallFacts = {}) => {
  const words = text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [speaker, said] = line.trim().split(/: /, 2) as [string, string];
      return said.split(' ').map((text) => ({ text, speaker }));
    });
  return readCall(
    words.map((word, index) => ({ ...word, start_ms: index * 500, end_ms: index * 500 + 500, confidence: 1 })),
    facts,
  );
};

const find = (text: string, phrase: string, match_percentage = 100, scope?: PhraseScope) => {
  const call = callOf(text);
  const [found] = findPhrases(call, [{ phrase, match_percentage }], scope);
  assert.ok(found);
  const said = ({ start_word, end_word }: { start_word: number; end_word: number }) =>
    call.words
      .slice(start_word, end_word)
      .map((word) => word.text)
      .join(' ');
  return {
    matches: found.matches.map((match) => `${match.score} ${said(match)}`),
    nearest: found.nearest && `${found.nearest.score} ${said(found.nearest)}`,
  };
};

const SAME: [phrase: string, said: string][] = [
  ["don't worry about that", 'do not worry about that'],
  ['we do not embalm', 'we don’t embalm'],
  ['that is included', 'thats included'],
  ['we will be there', "we'll be there"],
  ["we'll be there", 'well be there'],
  ['I cannot say', "I can't say"],
  ['five thousand forty dollars', '$5,040'],
  ['$5,040', 'fifty forty'],
  ['the deposit is $12.50 today', 'the deposit is twelve dollars and fifty cents today'],
  ['it is $12.00 each', "it's twelve dollars each"],
  ['call 614-555-0147', 'call six one four five five five oh one four seven'],
  ['on March 24', 'on march twenty-fourth'],
  ['March 24, 2026', 'March twenty fourth, twenty twenty-six'],
  ['20% off', 'twenty percent off'],
  ['at 8:30 p.m.', 'at eight thirty PM'],
  ['Whitlow & Crane', 'Whitlow and Crane'],
  ['no lilies', 'NO — lilies!'],
  ['this call is recorded', 'this, uh, call is, um, recorded'],
  ['his name is Kowalczyk', 'his name is Kow- Kowalczyk'],
  ['sin lirios', 'sin… Lirios,'],
  ['no gracias señora', 'No, gracias, senora'],
  ['alright okay', 'all right ok'],
];

for (const [phrase, said] of SAME) {
  test(`"${phrase}" is said in "${said}"`, () => {
    assert.deepEqual(find(`A: well then ${said} and so on`, phrase), { matches: [`100 ${said}`], nearest: null });
  });
}

const SHARES: [phrase: string, said: string, nearest: string | null][] = [
  ['a simple direct cremation', 'a simple direct cremations', '93.75 a simple direct cremations'],
  ['a simple direct cremation', 'a simple very direct cremation', '75 a simple very direct cremation'],
  ['a simple direct cremation', 'a simple not direct cremation', '50 a simple not direct cremation'],
  ['a simple direct cremation', 'a direct cremation', '75 a direct cremation'],
  ['a simple direct cremation', 'a simple direct burial', '75 a simple direct'],
  ['a simple cremation', 'a very simple cremation', '66.66 simple cremation'],
  ['direct cremation today', 'direct simple cremation today', '66.66 cremation today'],
  ['we embalm here', 'we embalmed here', '91.66 we embalmed here'],
  ['a cremation casket', 'a cremation caskit', '91.66 a cremation caskit'],
  ['the price is 1,295', 'the price is 1,395', '75 the price is'],
  ['this call is recorded', 'this call is not recorded', '50 this call is not recorded'],
  ['you do not have to embalm', 'you do have to embalm', '50 you do have to embalm'],
  ['cremation', 'burial', null],
  ['uh, um', 'uh um', null],
  ['…', 'so', null],
];

for (const [phrase, said, nearest] of SHARES) {
  test(`"${phrase}" is not wholly said in "${said}", and the nearest words are shown`, () => {
    assert.deepEqual(find(`A: ${said}`, phrase), { matches: [], nearest });
  });
}

test('terms that a speaker said again at once count where they were said last', () => {
  assert.deepEqual(find('A: well we can, uh, we can be there', 'we can be there').matches, ['100 we can be there']);
  assert.deepEqual(find('A: thank you bye bye', 'bye').matches, ['100 bye']);
});

test('a phrase that breaks off beside a negation is not taken for its opposite', () => {
  const phrase = 'calls on this line are recorded';
  const said = 'calls on this line are definitely not recorded';
  assert.deepEqual(find(`A: ${said}`, phrase, 60), { matches: [], nearest: '33.33 calls on this line are' });
  assert.deepEqual(find('A: please do not embalm him today', 'we embalm him today', 70).matches, []);
});

test('a phrase is found at its percentage and not above it', () => {
  const said = 'A: a direct cremation';
  assert.deepEqual(find(said, 'a simple direct cremation', 75).matches, ['75 a direct cremation']);
  assert.deepEqual(find(said, 'a simple direct cremation', 76).matches, []);
});

test('more than 100 reads as 100', () => {
  assert.deepEqual(find('A: no lilies please', 'no lilies', 123).matches, ['100 no lilies']);
});

test('every place is found, and none of them shares a word with another', () => {
  assert.deepEqual(find('A: no lilies please. I said no lilies, and no lily', 'no lilies', 80).matches, [
    '100 no lilies',
    '100 no lilies,',
    '87.5 no lily',
  ]);
});

test('a voice goes on over a word of another, but not over what another says', () => {
  assert.deepEqual(find('A: this call is\nB: uh-huh\nA: being recorded', 'this call is being recorded').matches, [
    '100 this call is uh-huh being recorded',
  ]);
  assert.deepEqual(find('A: this call\nB: is being recorded', 'this call is being recorded').matches, []);
  const talk = 'A: this call is\nB: yes I know all of that already\nA: being recorded';
  assert.deepEqual(find(talk, 'this call is being recorded').matches, []);
});

test('a scope limits whose words count, and from which second to which', () => {
  const voices = { A: { label: 'Nora', side: 'ours' }, B: { label: 'Anna', side: 'theirs' } } as const;
  const call = callOf('A: no lilies\nB: so there are no lilies at all', { voices });
  const starts = (scope: PhraseScope) =>
    findPhrases(call, [{ phrase: 'no lilies', match_percentage: 100 }], scope)[0]?.matches.map(
      ({ start_word }) => start_word,
    );
  assert.deepEqual(starts({}), [0, 5]);
  assert.deepEqual(starts({ side: 'ours' }), [0]);
  assert.deepEqual(starts({ side: 'theirs' }), [5]);
  assert.deepEqual(starts({ side: null }), []);
  assert.deepEqual(starts({ to_seconds: 1 }), [0]);
  assert.deepEqual(starts({ from_seconds: 1 }), [5]);
  assert.deepEqual(starts({ from_seconds: 3 }), []);
});

test('a call without words holds no phrase', () => {
  assert.deepEqual(findPhrases(readCall([]), [{ phrase: 'no lilies', match_percentage: 0 }]), [
    { phrase: 'no lilies', match_percentage: 0, matches: [], nearest: null },
  ]);
});
