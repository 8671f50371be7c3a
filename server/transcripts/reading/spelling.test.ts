import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../../test/support/properties.ts';
import { imported, repaired } from '../import.fixture.ts';

/** Words of a tenth of a second each, as OpenAI has them beside its text. */
const timed = (words: readonly string[]) =>
  words.map((word, i) => ({ word, start: i / 10, end: (i + 1) / 10, probability: 1 - i / 100 }));
const beside = (text: string, words: string) => ({ task: 'transcribe', text, words: timed(words.split(' ')) });
const texts = (file: object): string[] => imported(file).transcript.words.map(({ text }) => text);

const SPELLED: Record<string, [text: string, words: string, spelled: string[]]> = {
  'punctuation and amounts': [
    "Yes, the total is $5,250.00 — isn't it?",
    "Yes the total is $5 250 00 isn't it",
    ['Yes,', 'the', 'total', 'is', '$5,250.00', "— isn't", 'it?'],
  ],
  'capitals, hyphens and quotes': [
    'Mrs. Brennan-Lee said: "Thank you."',
    'mrs brennan lee said thank you',
    ['Mrs.', 'Brennan-Lee', 'said:', '"Thank', 'you."'],
  ],
  'numbers that were said in words': [
    'It costs $5,250.00, at 10:30 on July 4th, 2026.',
    'it costs five thousand two hundred fifty dollars at ten thirty on july fourth twenty twenty six',
    ['It', 'costs', '$5,250.00,', 'at', '10:30', 'on', 'July', '4th, 2026.'],
  ],
  'a unit that the text writes as a symbol': [
    "It's $5 million, or 25% of it.",
    "it's five million dollars or 25 percent of it",
    ["It's", '$5 million,', 'or', '25%', 'of', 'it.'],
  ],
  'what somebody said and the text leaves out': [
    'We need twenty chairs.',
    'um we need you know twenty chairs',
    ['um', 'We', 'need', 'you', 'know', 'twenty', 'chairs.'],
  ],
  'words that the text writes otherwise': ['Doctor Smith, okay?', 'dr smith okay', ['dr', 'Smith,', 'okay?']],
  'marks with spaces around them': ['« Bonjour » : oui !', 'bonjour oui', ['« Bonjour » :', 'oui !']],
  'marks that are words of their own': ['Hello. World!', 'Hello . World !', ['Hello.', 'World!']],
  'a script without spaces': [
    'ご愁傷さまです。OKですか？',
    'ご 愁傷 さま です OK です か',
    ['ご', '愁傷', 'さま', 'です。', 'OK', 'です', 'か？'],
  ],
  'accents, joined or not': ['Se\u0301, señor.', 's\u00e9 señor', ['Sé,', 'señor.']],
  'another text altogether': ['Nothing of this was said.', 'we are so sorry', ['we', 'are', 'so', 'sorry']],
};

for (const [name, [text, words, spelled]] of Object.entries(SPELLED)) {
  test(`words are spelled as the text beside them: ${name}`, () => {
    const normal = (list: readonly string[]) => list.map((word) => word.normalize('NFC'));
    assert.deepEqual(normal(texts(beside(text, words))), spelled);
    const segments = [{ start: 0, end: 9, text, words: timed(words.split(' ')) }];
    assert.deepEqual(normal(texts({ segments })), spelled);
  });
}

test('a word of several pieces lasts from the first to the last, and is as sure as the least sure', () => {
  const { transcript } = imported(beside("It's $5,000.", 'it s $5 000'));
  assert.deepEqual(transcript.words, [
    { text: "It's", start_ms: 0, end_ms: 200, confidence: 0.99 },
    { text: '$5,000.', start_ms: 200, end_ms: 400, confidence: 0.97 },
  ]);
  assert.deepEqual(repaired(beside('Yes, $5,000.', 'yes $5 000')), { respelled: 2, pieces_joined: 1 });
});

test('pieces of two voices are never one word', () => {
  const words = timed(['five', '250', '00']).map((word, i) => ({ ...word, speaker: i < 2 ? 'A' : 'B' }));
  assert.deepEqual(texts({ segments: [{ start: 0, end: 1, text: 'five 250.00', words }] }), ['five', '250', '00']);
});

test('words of the text that have no time are left out, and said to be', () => {
  const { transcript, report } = imported(beside('One, two, three, four, five.', 'one three four'));
  assert.deepEqual(
    transcript.words.map(({ text }) => text),
    ['One,', 'three,', 'four,'],
  );
  assert.deepEqual(report.warnings, ['Words of the text in this file that have no time were left out: 2.']);
});

const PIECES = [' It', "'s", ' $50', ',000.'];

test('a piece without a space in front belongs to the word before it', () => {
  const pieces = timed(PIECES);
  const expected = ["It's", '$50,000.'];
  assert.deepEqual(texts({ text: "It's $50,000.", words: pieces }), expected);
  assert.deepEqual(texts({ text: '', words: pieces }), expected);
  assert.deepEqual(texts({ segments: [{ start: 0, end: 1, words: pieces }] }), expected);
  assert.deepEqual(texts({ segments: [{ start: 0, end: 1, text: " It's $50,000.", words: pieces }] }), expected);
});

test('pieces stay apart where nothing marks beginnings, behind a silence, and in scripts without spaces', () => {
  const words = (...list: string[]) => texts({ segments: [{ start: 0, end: 9, words: timed(list) }] });
  assert.deepEqual(words('It', 'is', 'so'), ['It', 'is', 'so']);
  assert.deepEqual(words(' It', 'is ', 'so ', ' far'), ['Itis', 'so', 'far']);
  assert.deepEqual(words(' OK', '我', '是', ' Ann'), ['OK', '我', '是', 'Ann']);
  const late = [...timed([' It', ' is']), { word: 'so', start: 5, end: 6 }];
  assert.deepEqual(texts({ segments: [{ start: 0, end: 9, words: late }] }), ['It', 'is', 'so']);
});

test('what a program wrote for itself is not a word', () => {
  const segments = [
    { start: 0, end: 1, text: '<|0.00|> Hi there.<|1.00|>' },
    { start: 1, end: 2, text: ' [BLANK_AUDIO]' },
    { start: 2, end: 3, text: '(silence)' },
    { start: 3, end: 4, text: ' Good-bye. [SPEAKER_TURN]' },
  ];
  assert.deepEqual(texts({ segments }), ['Hi', 'there.', 'Good-bye.']);
  assert.deepEqual(repaired({ segments }), { markers_removed: 5 });
  const words = timed([' Hi', ' [BLANK_AUDIO]', '<|endoftext|>', ' (laughter)']);
  assert.deepEqual(texts({ segments: [{ start: 0, end: 1, words }] }), ['Hi', '(laughter)']);
});

const word = fc.stringMatching(/^[a-zé0-9]{1,6}$/);
const mark = fc.constantFrom('', '', '', ',', '.', '?', '…', '"', '”', ' —', ' :');

test('a text that has all words gives each its spelling, and each piece its time', () => {
  const pieces = fc.array(fc.tuple(word, mark, fc.constantFrom(' ', ' ', '-', '.', "'")), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(pieces, (list) => {
      const text = list.map(([piece, after, gap]) => `${piece}${after}${gap}`).join('');
      const { words } = imported({ text, words: timed(list.map(([piece]) => piece)) }).transcript;
      const tidy = (given: string) => given.replace(/\s+/g, ' ').trim();
      assert.equal(tidy(words.map((one) => one.text).join(' ')), tidy(text));
      assert.equal(words[0]?.start_ms, 0);
      assert.equal(words.at(-1)?.end_ms, list.length * 100);
      for (const [i, one] of words.entries()) if (i > 0) assert.equal(one.start_ms, words[i - 1]?.end_ms);
    }),
    { numRuns: 300, seed: 1912 },
  );
});

test('whatever text stands beside them, words are neither lost nor invented', () => {
  const text = fc.array(fc.oneof(word, fc.constantFrom('$5', '5%', '—', '4th', '10:30', 'so.', '…')), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(text, fc.array(word, { minLength: 1, maxLength: 30 }), (written, said) => {
      const { words } = imported({ text: written.join(' '), words: timed(said) }).transcript;
      const starts = new Set(said.map((_, i) => i * 100));
      assert.ok(words.length > 0 && words.length <= said.length);
      assert.equal(words[0]?.start_ms, 0);
      assert.equal(words.at(-1)?.end_ms, said.length * 100);
      for (const [i, one] of words.entries()) {
        assert.ok(starts.has(one.start_ms) && one.start_ms === (words[i - 1]?.end_ms ?? 0));
      }
    }),
    { numRuns: 300, seed: 1912 },
  );
});
