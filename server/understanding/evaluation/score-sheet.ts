import { termsOf } from '../../transcripts/search/tokens.ts';
import type { Finding } from '../call.ts';
import { timesIn } from '../mentions/times-of-day.ts';
import { extractSheet } from '../sheet/extract-sheet.ts';
import { type Labelled, type LabelledCall, rangesOf, turnAt } from './labelled-call.ts';
import type { Outcome, Scorer } from './outcome.ts';
import { touches } from './places.ts';

const NAMES = new Set(['caller_name', 'decedent_name', 'next_of_kin_name', 'physician', 'taken_by', 'place_name']);
/** Fields in people's own words: half of the words has to agree, or the evidence has to be the label's. */
const FREE_TEXTS = new Set([
  'caller_relationship',
  'next_of_kin_relationship',
  'time_of_death',
  'place_address',
  'place_unit',
  'implants',
  'personal_effects',
  'arrangement_time',
]);

/** Holds a call's sheet against its labels, field by field. */
export const scoreSheet: Scorer = (labelled, call) => {
  const { sheet } = labelled.labels;
  const findings = extractSheet(call);
  const found = new Map(findings.map((finding) => [finding.name, finding]));
  const outcomes: Outcome[] = [];
  for (const [field, label] of Object.entries(sheet)) {
    const finding = found.get(field);
    const verdict = !finding ? 'missed' : agrees(labelled, label, finding) ? 'right' : 'wrong';
    outcomes.push({ field, verdict, ...textsOf(labelled, label, finding) });
  }
  for (const finding of findings)
    if (!Object.hasOwn(sheet, finding.name))
      outcomes.push({ field: finding.name, verdict: 'invented', ...textsOf(labelled, undefined, finding) });
  return outcomes;
};

const agrees = (labelled: LabelledCall, { value, quote }: Labelled, { name, value: found, evidence }: Finding) => {
  if (String(value).toLowerCase() === String(found).toLowerCase()) return true;
  const [expected, terms] = [termsOf(String(value)), termsOf(String(found))];
  // A right part of a name is a name: "Marcus" for "Marcus Whitlow".
  if (NAMES.has(name)) return terms.every((term) => expected.includes(term));
  if (name === 'time_of_death' && minuteOf(expected) !== null && minuteOf(expected) === minuteOf(terms)) return true;
  if (!FREE_TEXTS.has(name)) return false;
  return overlap(expected, terms) >= 0.5 || touches(rangesOf(labelled, quote), evidence);
};

/** Minute of the half day in a time as it was said: "9:31" and "nine thirty-one p.m." are one. */
const minuteOf = (terms: readonly string[]): number | null => {
  const [time] = timesIn(terms, 0, terms.length);
  return time ? time.minute % (12 * 60) : null;
};

/** Share of the shorter text's words that the other has too. */
const overlap = (some: readonly string[], others: readonly string[]): number =>
  some.filter((term) => others.includes(term)).length / Math.max(1, Math.min(some.length, others.length));

const textsOf = (labelled: LabelledCall, label: Labelled | undefined, finding: Finding | undefined) => ({
  ...(label && { expected: String(label.value) }),
  ...(finding && { found: String(finding.value) }),
  words: [...(label ? rangesOf(labelled, label.quote).slice(0, 1) : []), ...(finding?.evidence.slice(0, 1) ?? [])].map(
    ({ start_word }) => turnAt(labelled, start_word),
  ),
});
