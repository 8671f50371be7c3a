// Precision and recall that the rules keep on labelled calls. Look at what got worse: npm run evaluate -- --wrong
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../../test/support/sources.ts';
import { extractClaims } from '../claims/extract-claims.ts';
import { extractEmbalming } from '../embalming/extract-embalming.ts';
import { extractPrices } from '../prices/extract-prices.ts';
import { extractPromises } from '../promises/extract-promises.ts';
import { answerQuestion } from '../questions/answer-question.ts';
import { extractRecordingNotice } from '../recording-notice.ts';
import { extractSensitivities } from '../sensitivities.ts';
import { callOf, type LabelledCall } from './labelled-call.ts';
import { ratesOf, type Scorer } from './outcome.ts';
import { scoreFields } from './score-fields.ts';
import { scoreItems } from './score-items.ts';
import { scoreQuestions } from './score-questions.ts';
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

const FLOORS: [label: string, score: Scorer, precision: number, recall: number][] = [
  ['prices', scoreItems('prices', extractPrices), 0.95, 0.75],
  ['embalming', scoreFields('embalming', extractEmbalming), 0.95, 0.8],
  ['recording_notice', scoreFields('recording_notice', extractRecordingNotice), 0.95, 0.9],
  ['claims', scoreItems('claims', extractClaims), 0.95, 0.85],
  ['promises', scoreItems('promises', extractPromises), 0.7, 0.55],
  ['sensitivities', scoreItems('sensitivities', extractSensitivities), 0.75, 0.4],
];

test('each kind of label keeps its precision and recall', () => {
  for (const [label, score, precision, recall] of FLOORS) {
    const rates = ratesOf(calls.flatMap((labelled) => score(labelled, callOf(labelled))));
    assert.ok(rates.precision >= precision, `precision of ${label} is ${rates.precision}`);
    assert.ok(rates.recall >= recall, `recall of ${label} is ${rates.recall}`);
  }
});

test('of the questions that are answered, 75 in a hundred are among the first quotes; of the others, 80 have none', () => {
  const outcomes = calls.flatMap((labelled) => scoreQuestions(answerQuestion)(labelled, callOf(labelled)));
  const share = (field: string) => {
    const of = outcomes.filter((outcome) => outcome.field === field);
    return of.filter(({ verdict }) => verdict === 'right').length / of.length;
  };
  assert.ok(share('questions.said') >= 0.75, `${share('questions.said')} are found`);
  assert.ok(share('questions.not_said') >= 0.8, `${share('questions.not_said')} have none`);
});
