import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCall, type Voice } from './call.ts';
import { openingOf } from './opening.ts';

type Line = [speaker: string | null, text: string];
const OURS: Voice = { label: 'Nora Ellery, director', side: 'ours' };
const THEIRS: Voice = { label: 'Anna Hollis, daughter', side: 'theirs' };

const open = (lines: Line[], voices: Record<string, Voice> = {}, direction: string | null = null) => {
  const words = lines
    .flatMap(([speaker, text]) => text.split(' ').map((word) => ({ text: word, speaker })))
    .map((word, index) => ({ ...word, start_ms: index * 500, end_ms: index * 500 + 400, confidence: 1 }));
  return openingOf(readCall(words, { voices }), direction);
};

const GREETING: Line = ['A', 'Evergreen Funeral Home, this is Nora.'];
const CALLER: Line = ['B', 'Hello. My name is Anna Hollis. My mother died last night.'];

const openings: [name: string, opening: ReturnType<typeof open>, text: string | null][] = [
  [
    'the other side is quoted, not our greeting',
    open([GREETING, CALLER], { A: OURS, B: THEIRS }),
    'Hello. My name is Anna Hollis.',
  ],
  [
    'a voice without a name beside one of ours is the other side',
    open([GREETING, CALLER], { A: OURS }),
    'Hello. My name is Anna Hollis.',
  ],
  [
    'of an incoming call whoever answers the greeting is quoted',
    open([GREETING, CALLER], {}, 'incoming'),
    'Hello. My name is Anna Hollis.',
  ],
  [
    'of a call that nobody knows anything of the first words are quoted',
    open([GREETING, CALLER]),
    'Evergreen Funeral Home, this is Nora.',
  ],
  ['a call of our own voices alone begins with them', open([GREETING], { A: OURS }), GREETING[1]],
  ['a long sentence ends at a word', open([['A', 'and so '.repeat(40).trim()]]), `${'and so '.repeat(20).trim()}…`],
  ['a call without words has no opening', open([]), null],
  ['silent words say nothing', open([['A', ' ']]), null],
];

for (const [name, { quote }, text] of openings) test(name, () => assert.equal(quote?.text ?? null, text));

test('voices without a name come with how often they speak, their longest words and stretches to know them by', () => {
  const { unnamed, unnamed_count } = open([GREETING, CALLER, ['A', 'I am sorry.'], ['B', 'Thank you.']], { A: OURS });
  assert.equal(unnamed_count, 1);
  assert.deepEqual(
    unnamed.map(({ speaker, turns, quote, clips }) => [speaker, turns, quote.start_word, quote.end_word, clips]),
    [
      [
        'B',
        2,
        6,
        12,
        [
          { start_ms: 3000, end_ms: 8400 },
          { start_ms: 10_000, end_ms: 10_900 },
        ],
      ],
    ],
  );
});

test('of many voices without a name six are shown, and all are counted', () => {
  const { unnamed, unnamed_count } = open(Array.from({ length: 9 }, (_, n): Line => [`v${n}`, 'Good morning to you.']));
  assert.deepEqual([unnamed.length, unnamed_count], [6, 9]);
});

test('each part of a call is on the side that talks most in it, or on nobody’s', () => {
  const { sides } = open([GREETING, CALLER, ['C', 'Who is it?']], { A: OURS, B: THEIRS });
  assert.equal(sides.parts.length, 48);
  assert.equal(sides.parts[0], 'ours');
  assert.ok(sides.parts.includes('theirs'));
  assert.equal(sides.parts.at(-2), null);
});
