import type { Finding, SpokenCall } from '../call.ts';
import { sideReader } from '../dialogue/sides.ts';
import { oncePerCall } from '../once-per-call.ts';
import { rangeOf, sentencesOf, wordsOf } from '../sentences.ts';
import { PriceTalk } from './price-talk.ts';
import type { Price } from './stated-prices.ts';

/** Reads the home's own and current prices, and its answers to questions for one. */
export const extractPrices = oncePerCall((call: SpokenCall): Finding[] => {
  const sideOf = sideReader(call);
  const sentences = sentencesOf(call);
  const talk = new PriceTalk((word) => call.words[word]?.text ?? '');
  for (const sentence of sentences) {
    const side = sideOf(sentence.turn);
    if (side === 'ours') talk.hearHome(sentence);
    else talk.hearOther(sentence, side === 'theirs');
  }
  // To a message that nobody answers, each question is one without an answer.
  const isMessage = !sentences.some(({ turn }) => sideOf(turn) === 'ours');
  return talk
    .end()
    .filter(({ words }) => isMessage || words.length > 0)
    .map((price) => findingOf(call, price));
});

const findingOf = (call: SpokenCall, { item, how, amounts, ask, words }: Price): Finding => {
  const asked = ask ? rangeOf(ask) : null;
  const value = {
    item,
    asked: asked && wordsOf(call, asked),
    how,
    amounts,
    quote: words[0] ? wordsOf(call, words[0]) : null,
  };
  return { name: 'prices', value, evidence: [...words, ...(asked ? [asked] : [])] };
};
