import type { Finding, Side, SpokenCall } from './call.ts';
import { sideReader } from './dialogue/sides.ts';
import { oncePerCall } from './once-per-call.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { joinStatements, quoteOf } from './statements.ts';

const ACTS =
  'call|text|ring|phone|tell|say|mention|talk|speak|ask|wake|send|mail|email|post|put|let|use|bring|knock|leave|touch|shave|dress|give|show|come|park|take|go|listen|cut|embalm|wear|print|publish|discuss|bury|play|open|move|seat|sit';
/** Requests to leave something undone, with what may stand before one. */
const FORBIDS = new RegExp(
  `(?:^(?:oh |well |but |and |so )*|\\b(?:please|just|so|and|but|okay|or|oh|that|no|like|asked|said|also|whatever|though|then|now|her|him|them|here|there) )(?:do not|never|do not you|do not let)(?: (?:anybody|anyone|you all|you|ever|even|nobody))? (?:${ACTS})\\b`,
);
const NOBODY = new RegExp(`\\b(?:nobody|no one|not (?:anybody|anyone))(?: \\w+)? (?:${ACTS})s?\\b`);
const MAY_YOU_NOT =
  /\b(?:can|could|would) you (?:please )?not (?:\w+)\b|\b(?:rather|prefer)(?: that)? (?:you|nobody|no one|she|he|they)(?: \w+)? (?:not|did not|do not)\b|\b(?:would|i) (?:rather|prefer)(?: that)? (?:you )?not\b/;
const NOT_THEM =
  /\b(?:me|her|him|us) (?:and |but )?not (?:him|her|me|them|my \w+)\b|\bnot the (?:front|bell|house phone)\b|\bnot invited\b|\bplease not [a-z]+\b|\bmust not\b|\b(?:i|we|she|he|they) (?:do|does) not want (?:you|him|her|them|anybody|anyone|it|my \w+) \w+ing?\b|\b(?:hates?|can not stand) \w+\b/;
const UNWANTED =
  /^(?:and |so |oh |please )*no (?:lilies|lily|flowers|carnations|roses|lipstick|makeup|preachers?|priests?|pastors?|clergy|visitors|calls|callers|music|hymns|organ|perfume|photos|pictures|cameras|facebook|obituary|notice|police|cremation|autopsy|metal|shoes)(?: [a-z]+)?$/;
const ORDINARY = /\bdo not (?:worry|bother|know|think|want|need|have|care|mind|hang|get me)\b/;
const MATTERS: readonly RegExp[] = [
  /\ballergic\b/,
  /\b(?:dementia|alzheimer\w*|(?<!\bnot )confused|not all there|bipolar|schizo\w*|autis\w+)\b/,
  /\bestranged\b|\b(?:have|has|had|had not|have not|has not|do not|does not) (?:not )?(?:spoken|speak|talk)(?: (?:to|in|for|since|with))? ?(?:years|each other|anymore|him|her|them)?\b|\bhad words\b|\bdo not get along\b|\brestraining order\b|\bfalling out\b|\bfighting\b|\bsame room\b/,
  /\b(?<!\bi )(?<!\bwe )(?<!\byou )(?:does|do|did) not know (?:yet|about|that|i am|he is|she is|it is|anything)\b|\b(?:have|has) not (?:been told|told (?:him|her|them|the))\b|\bdo not want \w+ (?:to know|knowing)\b|\b(?:mother|father|wife|husband|son|daughter|he|she|they) (?:does|do) not know$/,
  /\b(?:took (?:his|her) own life|suicide|overdose\w*|killed (?:himself|herself)|murder\w*)\b/,
  /\bonly (?:child|kid|son|daughter)\b/,
  /\b(?:not able to (?:talk|speak)|does not know (?:nobody|anybody)|needs to hear it in \w+|leave that \w+ be|let (?:him|her|them) be)\b/,
  /\b(?:deaf|hard of hearing|can not hear|blind|wheelchair|on oxygen|a walker|does not speak english|no english|stutter\w*)\b/,
  /\b(?:bites|been drinking|yelling about|scared (?:her|him|them)|(?:is|are|she|he) afraid of|gets? (?:so |very )?upset|have a fit|fall out|taking it hard|crying (?:\w+ )?hard|can not handle|breaks down|fragile|be gentle|be careful with)\b/,
  /\bonly (?:men|women)\b|\b(?:shabbos|sabbath|ramadan|kosher)\b|\bnot (?:be )?left alone\b/,
  /\b(?:died|passed) (?:on )?(?:this|the same) (?:exact )?(?:date|day|month|week)\b/,
];

/** Reads what those who call ask to be careful about: whom not to call or tell, illness, quarrels, last wishes. */
export const extractSensitivities = oncePerCall((call: SpokenCall): Finding[] => {
  const sideOf = sideReader(call);
  const sentences = sentencesOf(call);
  const matters = MATTERS.filter((pattern) =>
    sentences.some(({ text, turn }) => sideOf(turn) !== 'ours' && pattern.test(text)),
  );
  // The home tells a florist or a cemetery of what a family has told it.
  const isTold = ({ text, terms }: Sentence) =>
    terms.at(-1)?.mark !== '?' && MATTERS.some((pattern) => !matters.includes(pattern) && pattern.test(text));
  const found = sentences.filter((sentence, at) =>
    sideOf(sentence.turn) === 'ours' ? isTold(sentence) : isAskedFor(sentence, sentences[at - 1], sideOf),
  );
  const statements = found.map((sentence) => ({ kind: null, sentences: [sentence] }));
  return joinStatements(statements).map(({ sentences: said }) => findingOf(call, said));
});

const isAskedFor = (
  { text, terms, turn }: Sentence,
  before: Sentence | undefined,
  sideOf: (turn: Sentence['turn']) => Side,
): boolean => {
  const isQuestion = terms.at(-1)?.mark === '?';
  if (MAY_YOU_NOT.test(text)) return true;
  if (isQuestion) return false;
  if (
    (FORBIDS.test(text) || NOBODY.test(text)) &&
    !(ORDINARY.test(text) && !NOBODY.test(text) && !FORBIDS.test(text.replace(ORDINARY, '')))
  )
    return true;
  if (NOT_THEM.test(text) || MATTERS.some((pattern) => pattern.test(text))) return true;
  const isAnswer = before !== undefined && before.turn !== turn && sideOf(before.turn) === 'ours' && before.asks;
  return !isAnswer && UNWANTED.test(text);
};

const findingOf = (call: SpokenCall, sentences: readonly Sentence[]): Finding => {
  const { quote, evidence } = quoteOf(call, sentences);
  return { name: 'sensitivities', value: { what: quote, quote }, evidence };
};
