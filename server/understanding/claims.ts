import { type Finding, overlaps, type SpokenCall, type WordRange } from './call.ts';
import { sideReader } from './dialogue/sides.ts';
import { oncePerCall } from './once-per-call.ts';
import { asksPrice } from './prices/asks.ts';
import { extractPrices } from './prices/extract-prices.ts';
import { rangeOf, type Sentence, sentencesOf, wordsOf } from './sentences.ts';

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

/** Subject of a statement; where it says "it", the one that sentences before it name. */
type Subject = 'embalming' | 'casket' | 'vault' | null;

const SUBJECTS: readonly (readonly [Exclude<Subject, null>, RegExp])[] = [
  ['embalming', /\bembalm\w*/],
  ['vault', /\b(?:vaults?|liners?|outer (?:burial )?containers?|box the casket goes in)\b/],
  ['casket', /\b(?:caskets?|coffins?|sealer|gasket|bronze|eighteen gauge|twenty gauge)\b/],
];
const LAW =
  /\b(?:(?:state|federal|county|by|the|a|our|health) (?:law|regulations?|statute|code)|law|legal requirement|legally|mandatory|(?:the )?(?:state|county|health department|board of health) (?:requires?|says|makes|wants)|health department|required by)\b/;
const MUST =
  /\b(?:have|has|got|need|needs) (?:\w+ )?to (?:be|have|get|buy|use|do|embalm|put|purchase|go|take|provide)\b|\bmust\b|\brequired?\b|\brequires?\b|\bmandatory\b|\b(?:can not|will not|do not|not allowed to) (?:be |get )?(?:put|bury|buried|cremated?|take|burn|accept|do) (?:\w+ ){0,6}without\b|\bwould have to (?:be |have )?(?:embalm\w*|have|get|buy)\b/;
const DENIES =
  /\b(?:no law|not (?:a |the |any |by |under )?(?:\w+ )?(?:law|required|mandatory|necessary|legal|true|right|correct)|(?:does|do|did|is|are|would|will) not (?:\w+ ){0,2}(?:have|has|need|require|required|preserve|protect|say|make|mean|keep|stop|prevent)|no (?:need|requirement|rule|legal)|never (?:required|says?)|nothing (?:preserves|protects|lasts)|no (?:vault|casket|one|seal)|not the law|(?:the )?law (?:does|is) not|optional|(?:your|a) choice)\b/;
/** Other people's words, conditions, and rules of the house or the cemetery that are no law. */
const NOT_OUR_WORD =
  /\b(?:some(?:body|one)?|people|they|folks|other (?:home|homes|places?)|he|she)(?: \w+){0,2} (?:say|says|said|tell|tells|told|think|thinks|thought|believe|claim|claims|hear|heard)\b|\byou (?:may|might|will) hear\b|\b(?:heard|told you|used to)\b/;
const HOUSE_RULE =
  /\b(?:our (?:own )?(?:policy|rule)|policy here|we (?:ask for|require)|cemeter(?:y|ies) (?:\w+ )?(?:requires?|wants?|will|may|does|do|rule|says)|it is the cemetery|cemetery rule|their (?:rule|requirement))\b/;
const PROTECTS =
  /\bit is protective\b|\bno water (?:and|or|no)\b|\bkeep (?:\w+ )?just like\b|\b(?:protects?|protecting|preserves?|preserving|keeps?|seals?) (?:\w+ ){0,4}(?:water|moisture|air|elements|dirt|bugs|insects|out|forever|for good|dry|intact|years|like new|body|remains|her|him|them)\b|\b(?:air ?tight|water ?tight|water ?proof|leak ?proof)\b|\bnothing (?:gets|can get|will get|ever gets) in\b|\b(?:never|will not|not ever) (?:leak|decay|decompose|rust through|let (?:\w+ )?(?:water|air))\b|\bprotect(?:s|ed|ion)?\b.{0,40}\b(?:forever|for good|lifetime|years|elements|water)\b|\bpreserv\w+\b.{0,40}\b(?:forever|for good|years|decades|indefinitely)\b|\bno (?:water|air|moisture)\b.{0,20}\b(?:get|gets|in)\b|\blast(?:s)? forever\b|\bnothing (?:gets|can get|will get) to (?:him|her|them)\b|\bpreserved\b.{0,20}\blong\b|\bstays? (?:\w+ )?(?:just )?(?:as (?:he|she|they) (?:is|are)|the same|like that)\b|\bguarante\w+ (?:\w+ )?(?:against|for)\b.{0,20}\b(?:leaks?|water|life|years)\b/;
const PRODUCT =
  /\b(?:vaults?|caskets?|coffins?|seal|sealed|sealer|sealing|gasket|liner|embalm\w*|it|that one|this one|the \w+)\b/;
const AT_COST =
  /\b(?:at|for) (?:exactly |just |only )?(?:our |the |actual )?(?:own )?cost\b|\bpass (?:\w+ ){0,6}(?:straight|right|directly) (?:through|along|on)\b|\bpass (?:\w+ ){0,5}(?:through|along|on)\b.{0,30}\b(?:cost|what (?:they|it)|no markup|exactly|same)\b|\b(?:do|does|did) not (?:add|mark|make|put|tack|charge) (?:\w+ ){0,3}?(?:to (?:it|that|them)|(?:it|that|them) up|a (?:dime|penny|cent|thing|profit|nickel)|anything (?:on|to|extra)|on (?:it|that|top|to))\b|\b(?:no|without(?: any)?) mark ?ups?\b|\bmake (?:nothing|no money|no profit) (?:on|off)\b|\bexactly what (?:we|they) (?:pay|charge)\b|\bdollar for dollar\b|\badd nothing (?:on|to)\b|\bdo not (?:mark up|add anything)\b|\b(?:bill|charge) you (?:exactly |just |only )?what(?:ever)? (?:they|it|we|the \w+)\b|\bwhat (?:we bill you|you pay) is (?:exactly |just )?what\b|\bis (?:exactly |just )?what (?:we (?:pay|bill|charge)|you (?:pay|are billed))\b|\b(?:bills?|charges?) us is what\b|\bcharge us (?:[a-z]+ ){1,5}and we charge you\b|\bat what (?:they|it) (?:charges?|costs?)\b/;
const MARKS_UP =
  /\b(?:we (?:do )?(?:add|mark|charge) (?!nothing|you )|plus (?:a|our)|handling|service fee|a little (?:extra|more) for)\b/;
const TIES: readonly RegExp[] = [
  /\bhandling (?:fee|charge)\b/,
  /\b(?:have|need|got) to (?:buy|take|use|purchase|get) (?:\w+ ){1,6}(?:from us|of ours|through us|here|with us|from our \w+)\b/,
  /\b(?:have|need|got) to (?:buy|take|use|purchase|get) (?:our|one of our) (?:caskets?|urns?|vaults?|package)\b/,
  /\b(?:can not|do not|will not|not) (?:\w+ )?(?:accept|allow|take|use|sell|let) (?:\w+ ){0,4}(?:outside|other|caskets?|urns?|vaults?|containers?|(?:their|your) own)\b(?:.{0,25}\b(?:from|unless|without|own)\b)?/,
  /\b(?:do not|can not|will not) (?:sell|write|do) (?:\w+ ){0,3}(?:the )?one without the other\b/,
  /\b(?:lose|losing) (?:the|your|that) (?:\w+ )?(?:discount|package|price)\b/,
  /\bif you (?:buy|bring|get|use|order|purchase|go)\b.{0,30}\b(?:elsewhere|somewhere else|outside|your own|online|another)\b.{0,40}\b(?:fee|charge|extra|discount|more)\b/,
  /\bonly\b.{0,40}\bif (?:you|the \w+) (?:buy|take|get|use|purchase|come|comes)\b.{0,25}\bfrom us\b/,
  /\bonly get (?:\w+ ){1,4}if you (?:buy|use|take|get)\b|\b(?:fee|charge|extra) if you (?:bring|use|buy|get) (?:your own|an outside|one|a \w+) ?(?:from)?\b/,
  /\b(?:got to|have to|need to|must) (?:take|buy|use|get) (?:the |a )?(?:casket|urn|vault|container|marker) from us\b/,
  /\bonly (?:if|when|with) you (?:buy|take|get|use|purchase) (?:\w+ ){0,4}(?:casket|urn|vault|from us|ours)\b/,
  /\b(?:do not|will not|would not) get (?:the|our) (?:\w+ )?discount\b/,
  /\b(?:can not|not able to|not allowed to) bring (?:your own|in your own|one from|an outside)\b/,
];
/** Answers to "do we have to?" that say no more than yes. */
const AFFIRMS =
  /^(?:yes|yeah|yep|absolutely|correct|oh absolutely|sure|afraid so|i am afraid so|it is|you do|you will|she does|he does|she will|he will|has to be|they do)\b(?! not)/;
const UNTIES = /\b(?:do|does|would|will) not (?:have|need) to\b|\b(?:no|not|never|waive\w*) (?:\w+ )?handling\b/;
const FIRST =
  /\b(?:name|phone|number|address|email)\b.{0,30}\b(?:first|before (?:i|we))\b|\b(?:need|have to have) (?:a|your) (?:\w+ )?name\b/;
const IDENTITY: readonly RegExp[] = [
  /\b(?:need|have to have|must have|require) (?:your|a|the) (?:\w+ )?(?:name|phone|number|address|email)\b.{0,40}\bbefore\b.{0,30}\b(?:prices?|pricing|quotes?|figures?|numbers)\b/,
  /\b(?:do|will|can) not (?:give|quote|discuss)\b.{0,40}\b(?:who|without knowing)\b/,
  /\bgive me your (?:name|number)\b.{0,40}\b(?:then|and) (?:i|we) (?:will|can) (?:see|tell|give|look|quote)\b/,
  /\bbefore (?:i|we) (?:can |could )?(?:give|quote|tell|talk|discuss|go over|get into|share|say)\b.{0,60}\b(?:name|number|address)\b/,
  /\b(?:can not|do not|will not|not able to|not allowed to)\b.{0,40}\b(?:price|prices|pricing|figures?|quote|that|out|information)\b.{0,20}\b(?:without|unless|until|till)\b.{0,40}\b(?:name|number|address|who)\b/,
  /\b(?:who (?:is|am)|name|number|address)\b.{0,50}\b(?:before (?:i|we)|then i can|first)\b.{0,40}\b(?:price|prices|quote|figures?|give|tell)\b/,
];
const COME_IN: readonly RegExp[] = [
  /\bno (?:prices|pricing|quotes|figures) (?:over|on|by) (?:the )?(?:phone|telephone)\b/,
  /\b(?:do not|can not|will not|never|not)\b.{0,30}\b(?:prices?|pricing|figures?|numbers?|quotes?|costs?)\b.{0,20}\b(?:over|on|by) (?:the |a )?(?:phone|telephone)\b/,
  /\b(?:do not|can not|will not|not) (?:\w+ )?quote (?:\w+ )?(?:over|on|by) (?:the |a )?(?:phone|telephone)\b/,
  /\b(?:only|just)\b.{0,25}\b(?:prices?|pricing|figures?|numbers?|quotes?)\b.{0,20}\b(?:in (?:the|our) office|in person|here)\b/,
  /\b(?:can not|will not|do not) (?:\w+ )?(?:go over|discuss|talk about|get into) (?:\w+ )?(?:on|over|by) the (?:phone|telephone)\b/,
  /\b(?:have to|need to|got to|must) come (?:in|by|down)\b.{0,40}\b(?:prices?|pricing|figures?|numbers?|list|cost)\b/,
  /\b(?:prices?|pricing|figures?|numbers?|cost)\b.{0,40}\b(?:have to|need to|got to|must) come (?:in|by|down)\b/,
];

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
    if (demandsIdentity(sentence, before)) found.push({ check: 'identity_demanded_first', sentences: [sentence] });
    if (sentence.terms.at(-1)?.mark === '?' || (asks && !/^(?:can|have)\b/.test(text))) continue;
    for (const check of checksOf(sentence, { subject, isCremation, before, next }))
      found.push({ check, sentences: [sentence] });
  }
  const said = (range: WordRange) =>
    found.some(({ sentences: own }) => own.some((one) => overlaps(rangeOf(one), range)));
  // A visit that is made the condition of a price is one of its answers.
  for (const { value, evidence } of extractPrices(call)) {
    const [range] = evidence;
    const { how, quote } = value as { how: string; quote: string | null };
    const at = sentences.findIndex((one) => range !== undefined && overlaps(rangeOf(one), range));
    if (how === 'must_come_in' && quote && range && !said(range))
      found.push({ check: 'must_come_in', sentences: [sentences[at] as Sentence] });
  }
  found.sort(({ sentences: [one] }, { sentences: [other] }) => (one?.index ?? 0) - (other?.index ?? 0));
  return joined(found).map((claim) => findingOf(call, claim));
});

type Claim = { check: Check; sentences: Sentence[] };
type Around = { subject: Subject; isCremation: boolean; before: readonly Sentence[]; next: Sentence | undefined };

const checksOf = (sentence: Sentence, around: Around): Check[] => {
  const { text } = sentence;
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
    /^(?:yes|yeah|yep|absolutely|correct|that is right|oh absolutely|sure|afraid so|it is|state law)\b/.test(text);
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

/** One claim of sentences of a turn that make the same one: "You have to have a vault. That's the law." */
const joined = (claims: readonly Claim[]): Claim[] => {
  const whole: Claim[] = [];
  for (const { check, sentences } of claims) {
    const last = whole.at(-1);
    const [sentence] = sentences as [Sentence];
    const isNext = last?.check === check && last.sentences.at(-1)?.turn === sentence.turn;
    if (isNext && sentence.index - (last.sentences.at(-1)?.index ?? 0) <= 2) last.sentences.push(sentence);
    else whole.push({ check, sentences: [sentence] });
  }
  return whole;
};

const findingOf = (call: SpokenCall, { check, sentences }: Claim): Finding => {
  const ranges = sentences.map((sentence) => rangeOf(sentence));
  const quote = ranges.map((range) => wordsOf(call, range)).join(' ');
  return { name: 'claims', value: { check, quote }, evidence: ranges };
};
