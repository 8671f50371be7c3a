import type { Finding, Side, SpokenCall, SpokenTurn } from './call.ts';
import { sideReader } from './dialogue/sides.ts';
import { oncePerCall } from './once-per-call.ts';
import { rangeOf, type Sentence, sentencesOf } from './sentences.ts';
import { personOf, placeOfName, relationOf } from './voices.ts';

type Answer = 'granted' | 'refused' | 'deferred';
type Reply = { answer: Answer; sentence: Sentence };

const NAMED = /\bembalm\w*/;
const PERMISSION =
  /\b(?:permission|consent|authoriz\w+|authoris\w+|approv\w+|allow|okay|all right|(?:may|can|could|should|shall) we|(?:do|would) you(?: all)? (?:want|like)|want (?:us|him|her|them) (?:to|embalmed)|go ahead|your (?:decision|choice)|decide|ask (?:you )?about embalming)\b/;
const PRICE_OR_LAW =
  /\b(?:how much|cost|costs|price|charge|fee|law|legal|legally|required?|requires?|requirement|have to be|has to be|had to be|must be|mandatory|state|makes? you)\b/;
const OF_A_PERSON =
  /\bembalm(?:ed|ing)? (?:him|her|them|mom|dad|mama|daddy|mother|father|my|your|mr|mrs)\b|\b(?:he|she|him|her)(?: \w+){0,3} embalmed\b|\bembalm\w*(?: \w+){0,4} (?:tonight|yet)\b/;
const PREPARES =
  /\b(?:prepare|preparing|prepared) (?:him|her|them|your (?:mother|father|mom|dad|husband|wife))\b|\bget (?:him|her|them) (?:all )?(?:ready|prepared)\b|\bpreparar(?:lo|la)\b|\barreglar(?:lo|la)\b/;

const DEFERS =
  /\b(?:ask|talk (?:to|with|it over)|speak (?:to|with)|check with|wait|think (?:about|it over)|not yet|not sure|do not know|leave (?:that|it|this)|(?:have not|not|nobody has) decided|decide (?:later|that|when|tomorrow)|when the time comes|not tonight|later|can not say|up to (?:my|him|her|them|mom|dad)|not (?:mine|my (?:decision|call|place))|that is (?:dad|mom|mama|his|her|my)|hold off|get back to you|let you know|tomorrow|need to (?:see|hear))\b/;
const REFUSES =
  /^(?:(?:oh |well |then |so )*no|nope|absolutely not|god no|oh no)\b|\b(?:no embalming|do not (?:\w+ )?(?:want|embalm|do)|not (?:to be )?embalmed?|rather (?:you )?(?:did )?not|would not want|none of that|please do not|against|never|decline|skip (?:it|that)|do not think so|do not believe so|not permitted|without (?:it|embalming))\b/;
const GRANTS =
  /^(?:yes |sure )?(?:you (?:do|may|can)|i do|we do)\b|\b(?:yes|yeah|yep|sure|si|go ahead|go on and|permission|please do|that is fine|fine|okay|of course|absolutely|you (?:can|may)|do (?:it|that|what you)|i (?:approve|authorize|agree|consent)|we (?:would|do) like (?:that|him|her)|want (?:that|him|her|it))\b/;
const UNASKED_REFUSAL =
  /\b(?:no embalming|none of that embalming|(?:do|did|does) not (?:\w+ ){0,3}embalm\w*|never wanted (?:\w+ ){0,3}embalm\w*|not (?:to be |going to be )?embalmed|without (?:any )?embalming|against embalming|refuse\w* embalming)\b/;
const UNASKED_GRANT =
  /\b(?:go ahead and embalm|(?:you|i) (?:can|may|have (?:my|our)|give)(?: you)?(?: my| our)?(?: permission to)? embalm|(?:i|we) (?:do |would )?(?:want|like) (?:him|her|them|mom|dad) (?:to be )?embalmed|permission to embalm)\b/;
/** Others' words about embalming, and conditions, which are no answer of the family's. */
const QUOTED =
  /\b(?:told|tells|said|says|heard|read|some(?:body|one)|if (?:we|i|you)|do not you|does not|can not you|do you (?:all )?embalm|makes you)\b/;
const REPORTED_NAME = /\b(?:she|he|mom|mama|dad|they) (?:says?|said)\b/;
const HAS_PERMISSION =
  /\b(?:have|give you) (?:my|our) permission\b|\byou can (?:go ahead and )?embalm (?:him|her|them)\b/;
const PROPOSES = /\b(?:have to|going to|will|would|need to|want to) embalm (?:him|her|them)\b/;
const REPORTED_GRANT =
  /\b(?:she|he|they|wife|husband|son|daughter|family)\b.{0,40}\b(?:said yes|agreed|gave|approved|authorized|granted)\b/;
const STAFF =
  /\b(?:nurse|coroner|investigator|examiner|chaplain|clerk|aide|lpn|rn|hospice|hospital|deputy|officer|director|supervisor|embalmer|florist|sexton|trade|case manager|social worker)\b/i;

/** Turns in which an answer to the question is looked for. */
const ANSWER_TURNS = 12;

/** Reads if embalming was asked for by name, and what was answered, by whom, to whom. Nothing where it did not come up. */
export const extractEmbalming = oncePerCall((call: SpokenCall): Finding[] => {
  const sideOf = sideReader(call);
  const sentences = sentencesOf(call);
  const ask = sentences.find((sentence) => isAsk(sentence, sideOf(sentence.turn)));
  if (ask) {
    if (leavesToAnother(sentences, ask)) return [fact('asked_by_name', true, ask), fact('answer', 'deferred', ask)];
    const reply = replyTo(sentences, ask, sideOf) ?? ownWish(sentences.slice(ask.index + 1), sideOf, call);
    if (reply) return found(call, true, reply, ask.turn, ask);
    return [fact('asked_by_name', true, ask), fact('answer', 'not_asked', ask)];
  }
  const confirmed = confirmedRefusal(sentences, sideOf);
  if (confirmed) return found(call, true, confirmed, confirmed.asker, confirmed.sentence);
  const wish = ownWish(sentences, sideOf, call);
  if (wish) {
    const proposal = sentences.findLast(
      ({ index, text, turn }) =>
        index < wish.sentence.index &&
        turn.index === wish.sentence.turn.index - 1 &&
        sideOf(turn) === 'ours' &&
        PROPOSES.test(text),
    );
    return found(
      call,
      wish.isReported || proposal !== undefined,
      wish,
      proposal?.turn ?? null,
      proposal ?? wish.sentence,
    );
  }
  const put = putOff(sentences, sideOf);
  if (put) return found(call, false, put, null, put.sentence);
  const mention = sentences.find((sentence) => comesUp(sentence, sideOf(sentence.turn)));
  return mention ? [fact('asked_by_name', false, mention), fact('answer', 'not_asked', mention)] : [];
});

const isAsk = ({ text, turn, asks }: Sentence, side: Side): boolean => {
  if (side !== 'ours' || !NAMED.test(text)) return false;
  if (/\b(?:if|once|after|until|unless|without) (?:you|they|we|i|somebody|the family)\b/.test(text) && !asks)
    return false;
  if (/\b(?:remove|removal) and embalm\b/.test(text)) return false;
  const isQuestion = asks && /\byou(?: all)? (?:do not |would not )?(?:want|like)\b/.test(text);
  if (!isQuestion && /\b(?:can not|do not|will not|never|would not|nobody|no one)\b.{0,25}\bembalm/.test(text))
    return false;
  return (
    (isQuestion || PERMISSION.test(text)) &&
    (asks ||
      /\b(?:permission|consent|need|ask|whether)\b/.test(text) ||
      turn.text.includes('?') ||
      /\b(?:do|would) you (?:want|approve|like)/.test(text))
  );
};

/** The home says at once that another has to be asked: "I need that from your mom and not from you". */
const leavesToAnother = (sentences: readonly Sentence[], ask: Sentence): boolean =>
  sentences.some(
    ({ index, text, turn }) =>
      turn === ask.turn &&
      index >= ask.index &&
      /\bi will (?:ask|call|text|talk to) (?:him|her|them|your|mom|dad)\b|\bnot from you\b/.test(text),
  );

/** "So there'd be no embalming, either", said by the home, and the family's "no, don't". */
const confirmedRefusal = (
  sentences: readonly Sentence[],
  sideOf: (turn: SpokenTurn) => Side,
): (Reply & { asker: SpokenTurn | null }) | null => {
  for (const [at, { text, turn }] of sentences.entries()) {
    if (sideOf(turn) !== 'ours' || !NAMED.test(text)) continue;
    const reply = sentences.slice(at + 1).find((other) => other.turn !== turn);
    if (!reply || reply.turn.index !== turn.index + 1 || sideOf(reply.turn) !== 'theirs') continue;
    const isNoted = sentences.some(
      (one) => one.turn === turn && /\b(?:refused|declined) (?:\w+ ){0,3}(?:by )?(?:you|here)\b/.test(one.text),
    );
    if (isNoted) return { answer: 'refused', sentence: reply, asker: null };
    if (/\bno embalming\b/.test(text) && /^(?:no|right|correct|please do not|that is right)\b/.test(reply.text))
      return { answer: 'refused', sentence: reply, asker: turn };
  }
  return null;
};

/** A question of the family's about embalming, and the home's "you can decide that at the time". */
const putOff = (sentences: readonly Sentence[], sideOf: (turn: SpokenTurn) => Side): Reply | null => {
  const question = sentences.find(
    ({ text, turn }) => sideOf(turn) === 'theirs' && NAMED.test(text) && !PRICE_OR_LAW.test(text) && !QUOTED.test(text),
  );
  const answer = sentences.find(
    ({ text, turn }) =>
      question !== undefined &&
      turn.index === question.turn.index + 1 &&
      sideOf(turn) === 'ours' &&
      /\b(?:decide (?:that|it|on that) (?:later|then|at|when)|nobody has to decide|do not have to decide|leave (?:it|that) open)\b/.test(
        text,
      ),
  );
  const reply =
    answer && sentences.find(({ turn }) => turn.index === answer.turn.index + 1 && sideOf(turn) === 'theirs');
  return reply ? { answer: 'deferred', sentence: reply } : null;
};

const replyTo = (sentences: readonly Sentence[], ask: Sentence, sideOf: (turn: SpokenTurn) => Side): Reply | null => {
  const replies = new Map<string, Reply>();
  for (const sentence of sentences) {
    if (sentence.index <= ask.index || sideOf(sentence.turn) === 'ours') continue;
    if (sentence.turn.index > ask.turn.index + ANSWER_TURNS && !NAMED.test(sentence.text)) continue;
    const answer = answerOf(sentence, sentences, sideOf);
    if (!answer) continue;
    const first = [...replies.values()][0];
    if (
      first &&
      sentence.turn.index > first.sentence.turn.index + 3 &&
      !NAMED.test(sentence.text) &&
      !/\bpermission\b/.test(sentence.text)
    )
      continue;
    const speaker = sentence.turn.speaker ?? '';
    const before = replies.get(speaker);
    // After a clear answer only words that name embalming, or that decide, change it.
    if (
      before &&
      !(
        NAMED.test(sentence.text) ||
        (before.answer !== answer && answer === 'deferred' && sentence.turn === before.sentence.turn)
      )
    )
      continue;
    replies.set(speaker, { answer, sentence });
  }
  const all = [...replies.values()];
  // Where they disagree, it waits, and who made it wait gives the answer.
  return (
    all.find(({ answer }) => answer === 'deferred') ?? all.find(({ answer }) => answer === 'refused') ?? all[0] ?? null
  );
};

const answerOf = (
  sentence: Sentence,
  sentences: readonly Sentence[],
  sideOf: (turn: SpokenTurn) => Side,
): Answer | null => {
  const { text, terms, turn, index } = sentence;
  if (HAS_PERMISSION.test(text)) return 'granted';
  if (/\b(?:can|could) (?:it|that|i|we) (?:wait|think|let you know|call you)\b/.test(text)) return 'deferred';
  if (terms.at(-1)?.mark === '?' || sentence.asks) return null;
  const isNamed = NAMED.test(text) || /\bpermission\b/.test(text);
  const asked = sentences.findLast((one) => one.index < index && one.turn !== turn && sideOf(one.turn) === 'ours');
  // After another question the words answer that one.
  const isAboutIt = isNamed || asked === undefined || !askedElse(sentences, asked.turn);
  if (!isAboutIt) return null;
  if (DEFERS.test(text) && !/\bdo not (?:wait|ask)\b/.test(text)) return 'deferred';
  if (REFUSES.test(text)) return 'refused';
  return GRANTS.test(text) ? 'granted' : null;
};

const askedElse = (sentences: readonly Sentence[], turn: SpokenTurn): boolean => {
  const said = sentences.filter((sentence) => sentence.turn === turn);
  return (
    said.some(({ asks, terms }) => asks || terms.at(-1)?.mark === '?') && !said.some(({ text }) => NAMED.test(text))
  );
};

/** A wish about embalming that nobody asked for: "no embalming", "go ahead and embalm him". */
const ownWish = (
  sentences: readonly Sentence[],
  sideOf: (turn: SpokenTurn) => Side,
  call: SpokenCall,
): (Reply & { isReported: boolean }) | null => {
  for (const sentence of sentences) {
    const { text, turn, terms } = sentence;
    if (sideOf(turn) === 'ours' || !NAMED.test(text) || terms.at(-1)?.mark === '?') continue;
    if (/\bpermission\b|\bauthoriz/.test(text) && REPORTED_GRANT.test(text))
      return { answer: 'granted', sentence, isReported: true };
    if (QUOTED.test(text) || STAFF.test(personOf(call, turn).role ?? '')) continue;
    if (/\b(?:are|were) (?:you|they)\b|\byou are not going\b/.test(text)) continue;
    if (UNASKED_REFUSAL.test(text)) return { answer: 'refused', sentence, isReported: false };
    if (UNASKED_GRANT.test(text)) return { answer: 'granted', sentence, isReported: false };
  }
  return null;
};

const comesUp = ({ text }: Sentence, side: Side): boolean => {
  if (PREPARES.test(text) && side === 'ours') return true;
  return NAMED.test(text) && OF_A_PERSON.test(text) && !PRICE_OR_LAW.test(text);
};

const found = (
  call: SpokenCall,
  isAsked: boolean,
  reply: Reply & { isReported?: boolean },
  asker: SpokenTurn | null,
  ask: Sentence,
): Finding[] => {
  const { answer, sentence } = reply;
  const findings = [fact('asked_by_name', isAsked, ask), fact('answer', answer, sentence)];
  if (reply.isReported) {
    const taker = /\b(?:to me|i asked)\b/.test(sentence.text) ? personOf(call, sentence.turn).name : null;
    if (taker) findings.push(named(call, 'obtained_by', taker, sentence));
    return findings;
  }
  const reported = isAsked ? REPORTED_NAME.exec(sentence.text) : null;
  if (reported && asker) return [...findings, ...readBack(call, asker, ask)];
  const decider = deciderOf(call, sentence.turn);
  if (STAFF.test(personOf(call, decider).role ?? '')) return findings;
  const { name } = personOf(call, decider);
  const relation = relationOf(call, decider);
  if (name) findings.push(named(call, 'by', name, sentence));
  if (relation) findings.push(fact('relation', relation, sentence));
  const obtained = asker && personOf(call, asker).name;
  if (obtained) findings.push(named(call, 'obtained_by', obtained, ask));
  return findings;
};

/** Name of whoever obtained another's word, "she says yes". */
const readBack = (call: SpokenCall, asker: SpokenTurn, ask: Sentence): Finding[] => {
  const { name } = personOf(call, asker);
  return name ? [named(call, 'obtained_by', name, ask)] : [];
};

/** The turn of whoever decides: an interpreter speaks for the other voice of that side. */
const deciderOf = (call: SpokenCall, turn: SpokenTurn): SpokenTurn => {
  if (!/\binterpret/i.test(turn.label ?? '')) return turn;
  const other = call.turns.find(({ side, speaker }) => side === 'theirs' && speaker !== turn.speaker);
  return other ?? turn;
};

const fact = (name: string, value: unknown, sentence: Sentence): Finding => ({
  name,
  value,
  evidence: [rangeOf(sentence)],
});

const named = (call: SpokenCall, name: string, value: string, sentence: Sentence): Finding => {
  const place = placeOfName(call, value);
  return { name, value, evidence: place ? [place, rangeOf(sentence)] : [rangeOf(sentence)] };
};
