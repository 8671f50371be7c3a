import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callFrom } from '../turns.fixture.ts';
import { extractPromises } from './extract-promises.ts';

type Found = { by: string; to: string; what: string; due: string | null };
const promisesOf = (...lines: string[]) => extractPromises(callFrom(...lines)).map(({ value }) => value as Found);
const short = (...lines: string[]) => promisesOf(...lines).map(({ by, what, due }) => [by, what, due]);

test('a promise is what somebody says they will do, by whom, to whom and by when', () => {
  const [promise] = promisesOf('caller: Thank you.', "home: I'll email you the price list this afternoon.");
  assert.deepEqual(
    { ...promise, quote: undefined },
    {
      by: 'us',
      to: 'Karen Doyle',
      what: 'email you the price list this afternoon',
      due: 'this afternoon',
      quote: undefined,
    },
  );
});

const PROMISES: [line: string, by: string, due: string | null][] = [
  ["home: We won't call the son.", 'us', null],
  ['home: Angela will call you tomorrow.', 'us', 'tomorrow'],
  ["home: I'll text you the minute they are back.", 'us', 'the minute they are back'],
  ['home: We should be there within the hour.', 'us', 'within the hour'],
  ["caller: I'll bring the suit on Friday.", 'them', 'on friday'],
  ['caller: ill drop it off by three', 'them', 'by three'],
];
const NONE: string[][] = [
  ["home: I'll tell you what, that is hard."],
  ["home: I'll put undecided."],
  ["home: I'll never forget him."],
  ['home: I would call the county.'],
  ["home: If it was me I'd go with the oak."],
  ["home: I'll call your brother if you like.", "caller: No, don't call him."],
  ["home: I'll send two men now. No, scratch that."],
  ["caller: I'll go by the house then?"],
];

test("promises are read in either side's words", () => {
  for (const [line, by, due] of PROMISES) {
    const found = short(line).map(([side, , when]) => [side, when]);
    assert.deepEqual(found, [[by, due]], line);
  }
});

test('phrases, conditions, retractions and declined offers are none', () => {
  for (const lines of NONE) assert.deepEqual(short(...lines), [], lines.join(' / '));
});

test('a promise that is said again stands once, as it was said last', () => {
  const found = short(
    "caller: I'll drop the papers off tomorrow.",
    'home: Good.',
    "caller: I'll drop the papers off Wednesday.",
  );
  assert.deepEqual(found, [['them', 'drop the papers off wednesday', 'wednesday']]);
});
