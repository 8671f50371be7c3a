import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCall } from '../call.ts';
import { measuresOf } from './measures.ts';

/** Turns of a voice that begin at a second; each word takes half a second. */
const callOf = (...turns: [speaker: string | null, second: number, text: string][]) =>
  readCall(
    turns.flatMap(([speaker, second, text]) =>
      text.split(' ').map((word, index) => ({
        ...{ text: word, confidence: 1, speaker },
        start_ms: second * 1000 + index * 500,
        end_ms: second * 1000 + index * 500 + 500,
      })),
    ),
    { voices: { A: { label: 'Nora Ellery, director', side: 'ours' }, B: { label: 'Anna Hollis', side: 'theirs' } } },
  );

test('each voice has its share of the talk, its questions and its median time to answer', () => {
  const { voices, sides } = measuresOf(
    callOf(
      ['A', 0, 'Evergreen Funeral Home, how can I help you?'],
      ['B', 5, 'My father died this morning.'],
      ['A', 8, 'I am sorry. Where is he now?'],
      ['B', 12, 'At home.'],
    ),
  );
  assert.deepEqual(voices, [
    {
      ...{ speaker: 'A', label: 'Nora Ellery, director', side: 'ours', words: 15, talk_ms: 7500 },
      ...{ talk_share: 7500 / 11_000, longest_monologue_ms: 4000, questions: 2, interruptions: 0, response_ms: 500 },
    },
    {
      ...{ speaker: 'B', label: 'Anna Hollis', side: 'theirs', words: 7, talk_ms: 3500 },
      ...{ talk_share: 3500 / 11_000, longest_monologue_ms: 2500, questions: 0, interruptions: 0, response_ms: 750 },
    },
  ]);
  assert.deepEqual(sides, [
    { side: 'ours', talk_ms: 7500, talk_share: 7500 / 11_000 },
    { side: 'theirs', talk_ms: 3500, talk_share: 3500 / 11_000 },
  ]);
});

test('a monologue goes on over a word of another voice', () => {
  const call = callOf(
    ['A', 0, 'He was a carpenter all his life'],
    ['B', 4, 'mm-hmm'],
    ['A', 5, 'and built this house himself'],
    ['B', 9, 'That is lovely, thank you for telling me.'],
  );
  assert.deepEqual(measuresOf(call).longest_monologue, {
    ...{ speaker: 'A', start_word: 0, end_word: 13, start_ms: 0, end_ms: 7500 },
  });
});

test('silences are at least three seconds long, and shorter pauses are part of the talk', () => {
  const { silences, silence_ms, voices } = measuresOf(
    callOf(['A', 0, 'One moment please'], ['A', 5, 'here it is'], ['B', 9.4, 'Thank you']),
  );
  assert.deepEqual(silences, [{ start_ms: 1500, end_ms: 5000 }]);
  assert.equal(silence_ms, 3500);
  assert.deepEqual(
    voices.map(({ talk_ms }) => talk_ms),
    [3000, 1000],
  );
});

test('a voice interrupts where it begins while another goes on, and says more than a word or two', () => {
  const { voices } = measuresOf(
    callOf(
      ['A', 0, 'We could come at ten or maybe at eleven'],
      ['B', 2, 'no no please come at nine'],
      ['A', 5, 'Nine is fine with us of course'],
      ['B', 6, 'mm-hmm'],
    ),
  );
  assert.deepEqual(
    voices.map(({ speaker, interruptions }) => [speaker, interruptions]),
    [
      ['A', 0],
      ['B', 1],
    ],
  );
});

test('words without times, without voices, or none at all are measured as far as they can be', () => {
  const still = readCall([{ text: 'Hello?', start_ms: 0, end_ms: 0, confidence: 1 }]);
  assert.deepEqual(measuresOf(still).voices, [
    {
      ...{ speaker: null, label: null, side: null, words: 1, talk_ms: 0, talk_share: null },
      ...{ longest_monologue_ms: 0, questions: 1, interruptions: 0, response_ms: null },
    },
  ]);
  assert.deepEqual(measuresOf(readCall([])), {
    voices: [],
    sides: [],
    longest_monologue: null,
    silences: [],
    silence_ms: 0,
  });
});

test('words that run backwards in time or end before they start make no time negative', () => {
  const words = [
    { text: 'late', start_ms: 9000, end_ms: 8000, confidence: 1, speaker: 'A' },
    { text: 'early', start_ms: 100, end_ms: 50, confidence: 1, speaker: 'B' },
  ];
  const { voices, silences, longest_monologue } = measuresOf(readCall(words));
  assert.deepEqual(silences, [{ start_ms: 100, end_ms: 9000 }]);
  for (const { talk_ms, response_ms } of voices) assert.ok(talk_ms >= 0 && (response_ms ?? 0) >= 0);
  assert.ok(longest_monologue && longest_monologue.end_ms >= longest_monologue.start_ms);
});
