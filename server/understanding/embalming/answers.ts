import type { Side, SpokenCall, SpokenTurn } from '../call.ts';
import type { Sentence } from '../sentences.ts';
import { personOf } from '../voices.ts';
import {
  ASKS_ELSE,
  ASKS_LATER,
  ASKS_SHORTLY,
  CHANGES,
  CONFIRMS,
  DEFERS,
  DENIED,
  FOR_ONESELF,
  GRANTS,
  GRANTS_BY_NO,
  HAS_PERMISSION,
  MINDS,
  NAMED,
  NEEDS_ANOTHER,
  ON_FILE,
  PERMISSION,
  PRICE_OR_LAW,
  PROPOSES,
  QUOTED,
  REFUSES,
  REPORTED_GRANT,
  SETTLES,
  STAFF,
  UNASKED_GRANT,
  UNASKED_REFUSAL,
} from './words.ts';

export type Answer = 'granted' | 'refused' | 'deferred';
export type Reply = { answer: Answer; sentence: Sentence };

/** Turns in which an answer to the question is looked for. */
const ANSWER_TURNS = 12;

/** A question in so many words, whatever stands before it where nobody writes full stops. */
const ASKS_PLAINLY =
  /\b(?:do|would) you (?:want|like) us to embalm\b|\b(?:need|have) to ask (?:you )?about embalming\b|\bpermission to embalm\b/;

export const isAsk = ({ text, turn, asks }: Sentence, side: Side): boolean => {
  if (side !== 'ours' || !NAMED.test(text)) return false;
  if (
    /\b(?:if|once|after|until|unless|without) (?:you|they|we|i|somebody|the family)\b/.test(text) &&
    !asks &&
    !ASKS_PLAINLY.test(text)
  )
    return false;
  if (/\b(?:remove|removal) and embalm\b/.test(text)) return false;
  // "We'd want to embalm. Do you authorize that?"
  if (
    PROPOSES.test(text) &&
    /\b(?:do you|would you|are you|is that) (?:authorize|approve|agree|consent|okay|all right|give)\w*\b[^.?]*\?/i.test(
      turn.text,
    )
  )
    return true;
  const isQuestion = asks && !ASKS_ELSE.test(text) && (!PRICE_OR_LAW.test(text) || PERMISSION.test(text));
  if (
    isQuestion &&
    (ASKS_SHORTLY.test(text) ||
      /\b(?:authoriz\w+|permission|consent|okay|all right|want\w*|like|request\w*|approv\w+|agree\w*|allow)\b/.test(
        text,
      ))
  )
    return true;
  if (asks && ASKS_ELSE.test(text) && !PERMISSION.test(text)) return false;
  if (!isQuestion && /\b(?:can not|do not|will not|never|would not|nobody|no one)\b.{0,25}\bembalm/.test(text))
    return false;
  return (
    (isQuestion || PERMISSION.test(text)) &&
    (asks ||
      /\b(?:permission|consent|need|needs|ask|whether|say so|(?:okay|fine|all right) (?:to|if we) embalm)\b/.test(
        text,
      ) ||
      turn.text.includes('?') ||
      /\b(?:do|would) you (?:want|approve|like)/.test(text))
  );
};

/** The home says at once that another has to be asked: "I need that from your mom and not from you". */
export const leavesToAnother = (sentences: readonly Sentence[], ask: Sentence): boolean =>
  sentences.some(
    ({ index, text, turn }) =>
      turn === ask.turn &&
      index >= ask.index &&
      /\bi will (?:ask|call|text|talk to) (?:him|her|them|your|mom|dad)\b|\bnot from you\b/.test(text),
  );

/** "So there'd be no embalming, either", said by the home, and the family's "no, don't". */
export const confirmedRefusal = (
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
    if (/\bno embalming\b/.test(text) && (CONFIRMS.test(reply.text) || /^please do not\b/.test(reply.text)))
      return { answer: 'refused', sentence: reply, asker: turn };
  }
  return null;
};

/** The home puts the question off, or says that another has to answer it. The reply is the other side's next words. */
export const putOff = (sentences: readonly Sentence[], sideOf: (turn: SpokenTurn) => Side): Reply | null => {
  for (const sentence of sentences) {
    const { text, turn } = sentence;
    if (sideOf(turn) !== 'ours') continue;
    const named = sentences.findLast(
      (one) => one.index <= sentence.index && NAMED.test(one.text) && turn.index - one.turn.index <= 2,
    );
    if (!named || QUOTED.test(named.text)) continue;
    if (NEEDS_ANOTHER.test(text)) return { answer: 'deferred', sentence };
    const reply = sentences.find((one) => one.turn.index === turn.index + 1 && sideOf(one.turn) === 'theirs');
    if (reply && ASKS_LATER.test(text)) return { answer: 'deferred', sentence: reply };
  }
  return null;
};

export const replyTo = (
  sentences: readonly Sentence[],
  ask: Sentence,
  sideOf: (turn: SpokenTurn) => Side,
): Reply | null => {
  const replies = new Map<string, Reply>();
  let changes: Sentence | null = null;
  for (const sentence of sentences) {
    if (sentence.index <= ask.index || sideOf(sentence.turn) === 'ours') continue;
    if (sentence.turn.index > ask.turn.index + ANSWER_TURNS && !NAMED.test(sentence.text)) continue;
    if (CHANGES.test(sentence.text)) changes = sentence;
    const answer = answerOf(sentence, ask, sentences, sideOf);
    if (!answer) continue;
    const known = replies.get(sentence.turn.speaker ?? '');
    if (!known && replies.size > 0 && FOR_ONESELF.test(sentence.text)) continue;
    const isChanged =
      known !== undefined &&
      known.answer !== answer &&
      changes !== null &&
      changes.index > known.sentence.index &&
      sentence.turn.index - changes.turn.index <= 2 &&
      !sentences
        .slice(known.sentence.index, sentence.index)
        .some(({ text, asks, turn }) => asks && sideOf(turn) === 'ours' && !NAMED.test(text));
    const first = [...replies.values()][0];
    if (
      first &&
      sentence.turn.index > first.sentence.turn.index + 3 &&
      !NAMED.test(sentence.text) &&
      !isChanged &&
      !/\bpermission\b/.test(sentence.text)
    )
      continue;
    const speaker = sentence.turn.speaker ?? '';
    const before = known;
    // After a clear answer only words that name embalming, or that decide, change it.
    if (
      before &&
      !(
        NAMED.test(sentence.text) ||
        isChanged ||
        (before.answer === 'deferred' && SETTLES.test(sentence.text)) ||
        (answer === 'deferred' && sentence.turn === before.sentence.turn && !isPlain(before))
      )
    )
      continue;
    replies.set(speaker, { answer, sentence });
  }
  const all = [...replies.values()];
  const [granted] = all;
  if (granted?.answer === 'granted' && isSentOn(sentences, granted.sentence, sideOf))
    return { answer: 'deferred', sentence: granted.sentence };
  // Where they disagree, it waits, and who made it wait gives the answer.
  return (
    all.find(({ answer }) => answer === 'deferred') ?? all.find(({ answer }) => answer === 'refused') ?? all[0] ?? null
  );
};

/** A refusal in so many words, which "ask Dad" after it does not put off, as it does a bare "no" or a "yes". */
const isPlain = ({ answer, sentence }: Reply): boolean =>
  answer === 'refused' && /\b(?:no embalming|do not|not want|never|against|declin\w+)\b/.test(sentence.text);

/** The home hears that whoever consents may not: "then I'd need it from his son". */
const isSentOn = (
  sentences: readonly Sentence[],
  { index, turn: { index: at } }: Sentence,
  sideOf: (turn: SpokenTurn) => Side,
): boolean =>
  sentences.some(
    (one) =>
      one.index > index && one.turn.index - at <= 4 && sideOf(one.turn) === 'ours' && NEEDS_ANOTHER.test(one.text),
  );

const answerOf = (
  sentence: Sentence,
  ask: Sentence,
  sentences: readonly Sentence[],
  sideOf: (turn: SpokenTurn) => Side,
): Answer | null => {
  const { text, turn, index } = sentence;
  if (HAS_PERMISSION.test(text)) return 'granted';
  if (
    /\b(?:can|could) (?:it|that|i|we) (?:wait|think|sleep|let you know|call you|give you|get back|tell you)\b/.test(
      text,
    )
  )
    return 'deferred';
  if (sentence.asks) return null;
  const isNamed = NAMED.test(text) || /\bpermission\b/.test(text);
  const asked = sentences.findLast((one) => one.index < index && one.turn !== turn && sideOf(one.turn) === 'ours');
  // After another question the words answer that one.
  const isAboutIt = isNamed || asked === undefined || !askedElse(sentences, asked.turn);
  if (!isAboutIt) return null;
  if (GRANTS_BY_NO.test(text)) return 'granted';
  if (!isNamed && MINDS.test(ask.text)) {
    if (/^(?:no|nope|none|not (?:at all|really)|of course not)\b/.test(text)) return 'granted';
    if (/^(?:yes|yeah|i do|we do)\b/.test(text)) return 'refused';
  }
  if (DENIED.test(ask.text) && CONFIRMS.test(text) && turn.index === ask.turn.index + 1) return 'refused';
  if (DEFERS.test(text) && !/\bdo not (?:wait|ask)\b/.test(text)) return 'deferred';
  if (REFUSES.test(text)) return 'refused';
  return GRANTS.test(text) ? 'granted' : null;
};

const askedElse = (sentences: readonly Sentence[], turn: SpokenTurn): boolean => {
  const said = sentences.filter((sentence) => sentence.turn === turn);
  return said.some(({ asks }) => asks) && !said.some(({ text }) => NAMED.test(text));
};

/** Refusal after an own question: "does she have to be embalmed?" ... "then don't". */
const FOLLOWS_UP =
  /^(?:oh |okay |good |all right )*(?:then |so |because )*(?:please )?(?:do not(?: do (?:it|that|any of that))?$|no embalming|(?:we|i) do not want (?:it|that|any))/;

/** A wish about embalming that nobody asked for: "no embalming", "go ahead and embalm him". */
export const ownWish = (
  sentences: readonly Sentence[],
  sideOf: (turn: SpokenTurn) => Side,
  call: SpokenCall,
): (Reply & { isReported: boolean }) | null => {
  let named: Sentence | null = null;
  for (const sentence of sentences) {
    const { text, turn, terms } = sentence;
    if (sideOf(turn) === 'ours') {
      const { told, put } = ON_FILE.exec(text)?.groups ?? {};
      const isNo = told === 'no' || put === 'refused' || put === 'declined';
      if (told ?? put) return { answer: isNo ? 'refused' : 'granted', sentence, isReported: true };
      continue;
    }
    const since = named?.asks ? turn.index - named.turn.index : 0;
    if (since > 0 && since <= 2 && FOLLOWS_UP.test(text)) return { answer: 'refused', sentence, isReported: false };
    if (NAMED.test(text)) named = sentence;
    if (!NAMED.test(text) || terms.at(-1)?.mark === '?') continue;
    if (/\bpermission\b|\bauthoriz/.test(text) && REPORTED_GRANT.test(text))
      return { answer: 'granted', sentence, isReported: true };
    if (QUOTED.test(text) || STAFF.test(personOf(call, turn).role ?? '')) continue;
    if (/\b(?:are|were) (?:you|they)\b|\byou are not going\b/.test(text)) continue;
    if (UNASKED_REFUSAL.test(text)) return { answer: 'refused', sentence, isReported: false };
    if (UNASKED_GRANT.test(text)) return { answer: 'granted', sentence, isReported: false };
  }
  return null;
};
