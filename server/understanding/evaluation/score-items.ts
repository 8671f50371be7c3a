import type { Finding, SpokenCall } from '../call.ts';
import type { LabelledCall } from './labelled-call.ts';
import type { Outcome, Scorer } from './outcome.ts';
import { placesOf, touches, turnsAt } from './places.ts';

/** Item of a list of labels: a price, a promise, a claim or a sensitivity. */
type Item = { quote: string | null; asked?: string | null; amounts?: number[]; how?: string; check?: string };

/**
 * Scores a list of labels. An item is found where the evidence touches its quote, or, for prices, where the amounts are
 * the same; it is right where its amounts, its kind of answer or its check agree too.
 */
export const scoreItems =
  (label: string, extract: (call: SpokenCall) => Finding[]): Scorer =>
  (labelled, call) => {
    const left = [...(labelled.labels[label] as Item[])];
    const outcomes: Outcome[] = [];
    const invented: Finding[] = [];
    const findings = extract(call);
    // Items that agree are taken first, so that one quote of two prices is not taken by the wrong one.
    for (const isWanted of [agrees, () => true])
      for (const finding of findings.splice(0)) {
        const at = left.findIndex((item) => meets(labelled, item, finding) && isWanted(item, finding));
        if (at < 0) {
          (isWanted === agrees ? findings : invented).push(finding);
          continue;
        }
        const [item] = left.splice(at, 1) as [Item];
        outcomes.push({
          field: label,
          verdict: agrees(item, finding) ? 'right' : 'wrong',
          expected: JSON.stringify(item),
          found: JSON.stringify(finding.value),
        });
      }
    for (const item of left)
      outcomes.push({ field: label, verdict: 'missed', expected: JSON.stringify(item), words: words(labelled, item) });
    for (const { value, evidence } of invented) {
      // A second place of an item that is found already is no invention.
      if (isRepeated(labelled, label, evidence, outcomes)) continue;
      const found = JSON.stringify(value);
      outcomes.push({ field: label, verdict: 'invented', found, words: turnsAt(labelled, evidence) });
    }
    return outcomes;
  };

const isRepeated = (labelled: LabelledCall, label: string, evidence: Finding['evidence'], outcomes: Outcome[]) =>
  label === 'sensitivities' &&
  outcomes.some(({ verdict, expected }) => {
    const item = JSON.parse(expected ?? '{}') as Item;
    return verdict === 'right' && touches(placesOf(labelled, item.quote), evidence);
  });

const words = (labelled: LabelledCall, { quote, asked }: Item) =>
  turnsAt(labelled, placesOf(labelled, quote ?? asked).slice(0, 1));

const meets = (labelled: LabelledCall, item: Item, { value, evidence }: Finding): boolean => {
  const { amounts = [] } = value as Item;
  if (touches(placesOf(labelled, item.quote), evidence)) return true;
  if (item.quote === null && touches(placesOf(labelled, item.asked), evidence)) return true;
  return amounts.length > 0 && String(amounts) === String(item.amounts);
};

const agrees = ({ amounts, how, check }: Item, { value }: Finding): boolean => {
  const found = value as Item;
  return String(amounts) === String(found.amounts) && how === found.how && check === found.check;
};
