import type { Finding, SpokenCall, WordRange } from './call.ts';
import { extractClaims } from './claims/extract-claims.ts';
import { extractEmbalming } from './embalming/extract-embalming.ts';
import { extractPrices } from './prices/extract-prices.ts';
import { extractPromises } from './promises/extract-promises.ts';
import { extractSensitivities } from './sensitivities.ts';
import { rangeOf, type Sentence, sentencesOf, wordsOf } from './sentences.ts';
import { extractSheet } from './sheet/extract-sheet.ts';

/** Weights of the fields of the sheet that a reader has to know first. Others count little. */
const FIELDS: Readonly<Record<string, number>> = {
  decedent_name: 5,
  call_kind: 4,
  released: 4,
  disposition: 3,
  next_of_kin_name: 3,
  time_of_death: 3,
  place_name: 3,
  place_address: 3,
  arrangement_time: 3,
  caller_name: 2,
  caller_phone: 2,
  physician: 2,
  viewing: 2,
  eta_minutes: 2,
  pre_arrangement: 2,
};
const OTHER_FIELD = 1;
/** Sentences of a summary, at most. */
const MOST = 12;

/**
 * Summarises a call in its own words: the sentences that bear out what rules have found, the weightiest of them, in the
 * call's order. Nothing is worded anew.
 */
export const summarise = (call: SpokenCall): Finding[] => {
  const weights = new Map<Sentence, number>();
  const sentences = sentencesOf(call);
  const add = (weight: number, evidence: readonly WordRange[]) => {
    const [range] = evidence;
    const sentence = range && sentenceAt(sentences, range.start_word);
    if (sentence) weights.set(sentence, (weights.get(sentence) ?? 0) + weight);
  };
  for (const { name, evidence } of extractSheet(call)) add(FIELDS[name] ?? OTHER_FIELD, evidence);
  for (const { name, evidence } of extractEmbalming(call)) if (name === 'answer') add(5, evidence);
  for (const { evidence } of extractClaims(call)) add(4, evidence);
  for (const { evidence } of extractPrices(call)) add(3, evidence);
  for (const { evidence } of extractSensitivities(call)) add(3, evidence);
  for (const { evidence, value } of extractPromises(call)) add((value as { due: string | null }).due ? 3 : 2, evidence);
  return [...weights]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST)
    .map(([sentence]) => sentence)
    .sort((one, other) => one.index - other.index)
    .map((sentence) => {
      const range = rangeOf(sentence);
      return { name: 'summary', value: wordsOf(call, range), evidence: [range] };
    });
};

const sentenceAt = (sentences: readonly Sentence[], word: number): Sentence | undefined => {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (rangeOf(sentences[middle] as Sentence).start_word <= word) low = middle;
    else high = middle - 1;
  }
  return sentences[low];
};
