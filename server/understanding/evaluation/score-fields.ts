import { termsOf } from '../../transcripts/search/tokens.ts';
import type { Finding, SpokenCall } from '../call.ts';
import type { LabelledCall } from './labelled-call.ts';
import type { Outcome, Scorer } from './outcome.ts';
import { placesOf, turnsAt } from './places.ts';

type Fields = Record<string, unknown> & { quote: string };

/** Scores a label of several fields, such as `embalming`, each by itself. A field that is null is not expected. */
export const scoreFields =
  (label: string, extract: (call: SpokenCall) => Finding[]): Scorer =>
  (labelled, call) => {
    const fields = labelled.labels[label] as Fields | null;
    const found = new Map(extract(call).map((finding) => [finding.name, finding]));
    const expected = Object.entries(fields ?? {}).filter(([name, value]) => name !== 'quote' && value !== null);
    const outcomes = expected.map(([name, value]): Outcome => {
      const finding = found.get(name);
      found.delete(name);
      const verdict = !finding ? 'missed' : agrees(value, finding.value) ? 'right' : 'wrong';
      return { field: `${label}.${name}`, verdict, ...textsOf(labelled, fields, value, finding) };
    });
    for (const [name, finding] of found)
      outcomes.push({ field: `${label}.${name}`, verdict: 'invented', ...textsOf(labelled, null, undefined, finding) });
    return outcomes;
  };

/** Texts agree where one is a part of the other: "Beto" and "Beto Ybarra". */
const agrees = (expected: unknown, found: unknown): boolean => {
  if (typeof expected !== 'string' || typeof found !== 'string') return expected === found;
  const [one, other] = [termsOf(expected), termsOf(found)];
  return one.every((term) => other.includes(term)) || other.every((term) => one.includes(term));
};

const textsOf = (labelled: LabelledCall, fields: Fields | null, value: unknown, finding: Finding | undefined) => ({
  ...(value !== undefined && { expected: String(value) }),
  ...(finding && { found: String(finding.value) }),
  words: turnsAt(labelled, [...placesOf(labelled, fields?.quote).slice(0, 1), ...(finding?.evidence ?? [])]),
});
