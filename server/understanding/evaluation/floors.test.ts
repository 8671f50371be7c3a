// Precision and recall that the rules keep on labelled calls. Look at what got worse: npm run evaluate -- --wrong
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../../test/support/sources.ts';
import { callOf, type LabelledCall } from './labelled-call.ts';
import { ratesOf } from './outcome.ts';
import { scoreSheet } from './score-sheet.ts';

const calls = globSync(join(root, 'test/labelled-calls/*.json')).map(
  (file) => JSON.parse(readFileSync(file, 'utf8')) as LabelledCall,
);
const sheetRates = (voices: boolean) =>
  ratesOf(calls.flatMap((labelled) => scoreSheet(labelled, callOf(labelled, { voices }))));

test('there are labelled calls to hold the rules against', () => assert.ok(calls.length >= 30));

test('of the values on first-call sheets, 95 in a hundred are right, and 75 in a hundred are found', () => {
  const { precision, recall } = sheetRates(true);
  assert.ok(precision >= 0.95, `precision is ${precision}`);
  assert.ok(recall >= 0.75, `recall is ${recall}`);
});

test('where nobody said whose voices they are, 90 values in a hundred are right, and 65 are found', () => {
  const { precision, recall } = sheetRates(false);
  assert.ok(precision >= 0.9, `precision is ${precision}`);
  assert.ok(recall >= 0.65, `recall is ${recall}`);
});
