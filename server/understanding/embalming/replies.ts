import type { Side, SpokenCall, SpokenTurn } from '../call.ts';
import type { Sentence } from '../sentences.ts';
import { personOf } from '../voices.ts';
import {
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
    const speaker = sentence.turn.speaker ?? '';
    const known = replies.get(speaker);
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
    // After a clear answer only words that name embalming, or that decide, change it.
    if (
      known &&
      !(
        NAMED.test(sentence.text) ||
        isChanged ||
        (known.answer === 'deferred' && SETTLES.test(sentence.text)) ||
        (answer === 'deferred' && sentence.turn === known.sentence.turn && !isPlain(known))
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
