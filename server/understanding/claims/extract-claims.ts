import { type Finding, overlaps, type SpokenCall, type WordRange } from '../call.ts';
import { sideReader } from '../dialogue/sides.ts';
import { oncePerCall } from '../once-per-call.ts';
import { asksPrice } from '../prices/asks.ts';
import { extractPrices } from '../prices/extract-prices.ts';
import { rangeOf, type Sentence, sentencesOf } from '../sentences.ts';
import { joinStatements, quoteOf, type Statement } from '../statements.ts';
import {
  AFFIRMS,
  AT_COST,
  COME_IN,
  DENIES,
  FIRST,
  HOUSE_RULE,
  IDENTITY,
  LAW,
  MARKS_UP,
  MUST,
  NOT_OUR_WORD,
  PRODUCT,
  PROTECTS,
  SUBJECTS,
  type Subject,
  TIES,
  UNTIES,
} from './words.ts';

/** Statements that the Funeral Rule (16 CFR 453) forbids or that have to be true to be allowed. */
type Check =
  | 'embalming_required'
  | 'casket_required_for_cremation'
  | 'vault_required_by_law'
  | 'protective_claim'
  | 'at_our_cost'
  | 'tying'
  | 'identity_demanded_first'
  | 'must_come_in';

/** Reads what the home says of law, protection, cost and conditions that has to be looked into. */
export const extractClaims = oncePerCall((call: SpokenCall): Finding[] => {
  const sideOf = sideReader(call);
  const sentences = sentencesOf(call);
  const found: Claim[] = [];
  let subject: Subject = null;
  let isCremation = false;
  let namedIn = 0;
  for (const [at, sentence] of sentences.entries()) {
    const { text, turn, asks } = sentence;
    const named = SUBJECTS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
    if (named) namedIn = turn.index;
    subject = named ?? (turn.index - namedIn > 3 ? null : subject);
    if (/\bcremat\w*|\bburned\b/.test(text)) isCremation = true;
    else if (/\b(?:buri\w+|bury|grave)\b/.test(text)) isCremation = false;
    if (sideOf(turn) !== 'ours' || isTakenBack(sentences, at)) continue;
    const next = sentences[at + 1];
    const before = sentences.slice(Math.max(0, at - 4), at);
    if (demandsIdentity(sentence, before)) found.push({ kind: 'identity_demanded_first', sentences: [sentence] });
    if (sentence.terms.at(-1)?.mark === '?' || (asks && !/^(?:can|have)\b/.test(text))) continue;
    for (const check of checksOf(sentence, { subject, isCremation, before, next }))
      found.push({ kind: check, sentences: [sentence] });
  }
  const said = (range: WordRange) =>
    found.some(({ sentences: own }) => own.some((one) => overlaps(rangeOf(one), range)));
  // A visit that is made the condition of a price is one of its answers.
  for (const { value, evidence } of extractPrices(call)) {
    const [range] = evidence;
    const { how, quote } = value as { how: string; quote: string | null };
    const at = sentences.findIndex((one) => range !== undefined && overlaps(rangeOf(one), range));
    if (how === 'must_come_in' && quote && range && !said(range))
      found.push({ kind: 'must_come_in', sentences: [sentences[at] as Sentence] });
  }
  found.sort(({ sentences: [one] }, { sentences: [other] }) => (one?.index ?? 0) - (other?.index ?? 0));
  return joinStatements(found).map((claim) => findingOf(call, claim));
});

type Claim = Statement<Check>;
type Around = { subject: Subject; isCremation: boolean; before: readonly Sentence[]; next: Sentence | undefined };

const checksOf = (sentence: Sentence, around: Around): Check[] => {
  const { text: whole } = sentence;
  // "I don't know what they told you, but here it's the law": the home's own word stands after "but".
  const but = whole.lastIndexOf(' but ');
  const text = but > 0 && NOT_OUR_WORD.test(whole.slice(0, but)) ? whole.slice(but + 5) : whole;
  const checks: Check[] = [];
  const isGoods = around.subject === 'vault' || around.subject === 'casket';
  if (!NOT_OUR_WORD.test(text) && !DENIES.test(text)) {
    const required = requirement(text, around);
    if (required) checks.push(required);
    if (isGoods && PROTECTS.test(text) && PRODUCT.test(text)) checks.push('protective_claim');
  }
  const isMarkedUp = around.next?.turn === sentence.turn && /\bwe do (?:add|charge)\b/.test(around.next.text);
  if (AT_COST.test(text) && !MARKS_UP.test(text) && !isMarkedUp) checks.push('at_our_cost');
  if (TIES.some((pattern) => pattern.test(text)) && !UNTIES.test(text)) checks.push('tying');
  if (COME_IN.some((pattern) => pattern.test(text))) checks.push('must_come_in');
  return checks;
};

/** A name or a number that is asked for before a price is given. "First" alone says so only where a price was asked for. */
const demandsIdentity = ({ text, terms }: Sentence, before: readonly Sentence[]): boolean => {
  const isPriceAsked = before.some(asksPrice);
  if (isPriceAsked && FIRST.test(text)) return true;
  return terms.at(-1)?.mark !== '?' && IDENTITY.some((pattern) => pattern.test(text));
};

/** Claims that law, or nobody in particular, makes a thing necessary. */
const requirement = (text: string, { subject, isCremation, before, next }: Around): Check | null => {
  if (HOUSE_RULE.test(text) || /\b(?:permission|consent|authorization)\b/.test(text)) return null;
  const isLaw =
    LAW.test(text) || (next !== undefined && /^(?:that is|it is|by)? ?(?:the |a |state )*law\b/.test(next.text));
  const asked = before.some(({ text: said }) => LAW.test(said) || MUST.test(said));
  const affirms =
    /^(?:yes|yeah|yep|absolutely|correct|that is right|oh absolutely|sure|afraid so|it is|here it is|state law)\b/.test(
      text,
    );
  const question = before.findLast((one) => one.asks);
  if (subject === 'embalming') {
    const isNamed = /\bembalm\w*/.test(text);
    if (isNamed && (MUST.test(text) || isLaw)) return 'embalming_required';
    if (question && /\bembalm\w*/.test(question.text) && MUST_WE.test(question.text) && AFFIRMS.test(text))
      return 'embalming_required';
    return (isLaw || /\brequired\b/.test(text)) && asked && (affirms || MUST.test(text)) ? 'embalming_required' : null;
  }
  if (
    subject === 'vault' &&
    (isLaw || (/^state law\b/.test(text) && asked)) &&
    (MUST.test(text) || affirms || LAW.test(text))
  )
    return 'vault_required_by_law';
  if (
    subject === 'casket' &&
    isCremation &&
    question !== undefined &&
    MUST_WE.test(question.text) &&
    /\b(?:caskets?|coffins?)\b/.test(question.text) &&
    AFFIRMS.test(text)
  )
    return 'casket_required_for_cremation';
  if (
    subject === 'casket' &&
    isCremation &&
    /\b(?:caskets?|coffins?|one|without|law)\b/.test(text) &&
    (MUST.test(text) || isLaw)
  )
    return 'casket_required_for_cremation';
  return null;
};

const MUST_WE = /\b(?:have to|need to|need|must|required|necessary|has to)\b/;

const TAKES_BACK =
  /\b(?:misspoke|i was wrong|that is not right|scratch that|let me correct|i stand corrected|that was wrong|i said that wrong)\b/;

/** The home takes a statement back in its next words. */
const isTakenBack = (sentences: readonly Sentence[], at: number): boolean => {
  const { turn } = sentences[at] as Sentence;
  return sentences
    .slice(at + 1, at + 8)
    .some((other) => other.turn.speaker === turn.speaker && TAKES_BACK.test(other.text));
};

const findingOf = (call: SpokenCall, { kind: check, sentences }: Claim): Finding => {
  const { quote, evidence } = quoteOf(call, sentences);
  return { name: 'claims', value: { check, quote }, evidence };
};
