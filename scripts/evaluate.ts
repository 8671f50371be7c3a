import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { extractClaims } from '../server/understanding/claims/extract-claims.ts';
import { extractEmbalming } from '../server/understanding/embalming/extract-embalming.ts';
import { callOf, type LabelledCall } from '../server/understanding/evaluation/labelled-call.ts';
import { type Outcome, ratesOf, type Scorer } from '../server/understanding/evaluation/outcome.ts';
import { scoreFields } from '../server/understanding/evaluation/score-fields.ts';
import { scoreItems } from '../server/understanding/evaluation/score-items.ts';
import { scoreQuestions } from '../server/understanding/evaluation/score-questions.ts';
import { scoreSheet } from '../server/understanding/evaluation/score-sheet.ts';
import { extractPrices } from '../server/understanding/prices/extract-prices.ts';
import { extractPromises } from '../server/understanding/promises/extract-promises.ts';
import { answerQuestion } from '../server/understanding/questions/answer-question.ts';
import { extractRecordingNotice } from '../server/understanding/recording-notice.ts';
import { extractSensitivities } from '../server/understanding/sensitivities.ts';

// Holds the rules against labelled calls: npm run evaluate -- [folder or files] [--label=sheet] [--wrong] [--no-voices]
const SCORERS: Record<string, Scorer> = {
  sheet: scoreSheet,
  prices: scoreItems('prices', extractPrices),
  embalming: scoreFields('embalming', extractEmbalming),
  recording_notice: scoreFields('recording_notice', extractRecordingNotice),
  claims: scoreItems('claims', extractClaims),
  promises: scoreItems('promises', extractPromises),
  sensitivities: scoreItems('sensitivities', extractSensitivities),
  questions: scoreQuestions(answerQuestion),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { label: { type: 'string' }, wrong: { type: 'boolean' }, 'no-voices': { type: 'boolean' } },
});
const say = (text: string) => process.stdout.write(`${text}\n`);
const places = positionals.length > 0 ? positionals : ['test/labelled-calls'];
const files = places.flatMap((place) => (place.endsWith('.json') ? [place] : globSync(join(place, '*.json')))).sort();
if (files.length === 0 || !files.every((file) => existsSync(file))) {
  process.stderr.write(`No labelled calls are in ${places.join(', ')}\n`);
  process.exit(1);
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8);
const sayRates = (name: string, outcomes: readonly Outcome[]) => {
  const { right, found, labelled, precision, recall } = ratesOf(outcomes);
  say(`${name.padEnd(28)}${percent(precision)}${percent(recall)}   ${right} of ${found} found, ${labelled} labelled`);
};
const sayMistake = (id: string, { field, verdict, expected, found, words }: Outcome) => {
  say(`${id} ${field} ${verdict}: ${[expected, found].filter((text) => text !== undefined).join(' | found: ')}`);
  for (const turn of words ?? []) say(`     ${turn}`);
};

const calls = files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as LabelledCall);
for (const [label, score] of Object.entries(SCORERS)) {
  if (values.label !== undefined && values.label !== label) continue;
  const spoken = calls.map((labelled) => ({ labelled, call: callOf(labelled, { voices: !values['no-voices'] }) }));
  const started = performance.now();
  const scored = spoken.map(({ labelled, call }) => ({ id: labelled.id, outcomes: score(labelled, call) }));
  const ms = performance.now() - started;
  const outcomes = scored.flatMap((one) => one.outcomes);
  say(`\n${label}: ${calls.length} calls in ${ms.toFixed(0)} ms${' '.repeat(4)}precision, recall`);
  for (const field of [...new Set(outcomes.map((one) => one.field))])
    sayRates(
      field,
      outcomes.filter((one) => one.field === field),
    );
  sayRates('all', outcomes);
  if (!values.wrong) continue;
  for (const { id, outcomes } of scored)
    for (const outcome of outcomes) if (outcome.verdict !== 'right') sayMistake(id, outcome);
}
