import type { Side, SpokenCall, SpokenTurn } from '../call.ts';
import type { Sentence } from '../sentences.ts';
import { personOf } from '../voices.ts';
import {
  DEFERS,
  GRANTS,
  HAS_PERMISSION,
  NAMED,
  PERMISSION,
  PRICE_OR_LAW,
  QUOTED,
  REFUSES,
  REPORTED_GRANT,
  STAFF,
  UNASKED_GRANT,
  UNASKED_REFUSAL,
} from './words.ts';

export type Answer = 'granted' | 'refused' | 'deferred';
export type Reply = { answer: Answer; sentence: Sentence };

/** Turns in which an answer to the question is looked for. */
const ANSWER_TURNS = 12;

export const isAsk = ({ text, turn, asks }: Sentence, side: Side): boolean => {
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
      /\b(?:permission|consent|need|ask|whether|(?:okay|fine|all right) (?:to|if we) embalm)\b/.test(text) ||
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
    if (/\bno embalming\b/.test(text) && /^(?:no|right|correct|please do not|that is right)\b/.test(reply.text))
      return { answer: 'refused', sentence: reply, asker: turn };
  }
  return null;
};

/** A question of the family's about embalming, and the home's "you can decide that at the time". */
export const putOff = (sentences: readonly Sentence[], sideOf: (turn: SpokenTurn) => Side): Reply | null => {
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

export const replyTo = (
  sentences: readonly Sentence[],
  ask: Sentence,
  sideOf: (turn: SpokenTurn) => Side,
): Reply | null => {
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
  const { text, turn, index } = sentence;
  if (HAS_PERMISSION.test(text)) return 'granted';
  if (/\b(?:can|could) (?:it|that|i|we) (?:wait|think|let you know|call you)\b/.test(text)) return 'deferred';
  if (sentence.asks) return null;
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
  return said.some(({ asks }) => asks) && !said.some(({ text }) => NAMED.test(text));
};

/** A wish about embalming that nobody asked for: "no embalming", "go ahead and embalm him". */
export const ownWish = (
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
