import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCall } from '../call.ts';
import { sentencesOf } from '../sentences.ts';
import { amountsIn } from './amounts.ts';

const amountsOf = (text: string) => {
  const words = text
    .split(' ')
    .map((word, at) => ({ text: word, start_ms: at, end_ms: at, confidence: 1, speaker: '0' }));
  return sentencesOf(readCall(words)).flatMap(({ terms }) => amountsIn(terms, (word) => words[word]?.text ?? ''));
};

const FORMS: [text: string, dollars: number[]][] = [
  ['one thousand six hundred ninety-five', [1695]],
  ['Twelve ninety-five.', [1295]],
  ['nine forty-five', [945]],
  ['nine oh five', [905]],
  ['twenty-one fifty', [2150]],
  ['nineteen fifty flat', [1950]],
  ['a thousand and fifty', [1050]],
  ['a hundred ninety-nine a month', [199]],
  ['twenty five hundred', [2500]],
  ['thirteen hundred and ninety five', [1395]],
  ['eleven thousand four hundred', [11400]],
  ['two thousand four ninety-five', [2495]],
  ['two grand', [2000]],
  ['three and a half grand', [3500]],
  ['6 thousand', [6000]],
  ['$2k', [2000]],
  ['8,995', [8995]],
  ['$1,495.50', [1495.5]],
  ['twelve dollars and fifty cents', [12.5]],
  ['from eighty-five up to six hundred forty', [85, 640]],
  ['twenty-nine eighty or twenty-five forty-five', [2980, 2545]],
  ['eight fifty, nine hundred', [850, 900]],
  ['four eight zero five five five zero one seven four', []],
  ['no numbers here', []],
];

test('amounts are read as they are said and as they are written', () => {
  for (const [text, dollars] of FORMS)
    assert.deepEqual(
      amountsOf(text).map((amount) => amount.dollars),
      dollars,
      text,
    );
});

test('an amount is marked where a currency stands with it', () => {
  const marked = (text: string) => amountsOf(text).map((amount) => amount.marked);
  for (const text of ['$40', 'forty dollars', 'two grand', 'a hundred and twenty five dollar charge'])
    assert.deepEqual(marked(text), [true], text);
  assert.deepEqual(marked('nine forty-five'), [false]);
});
