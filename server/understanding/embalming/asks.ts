import type { Side, SpokenTurn } from '../call.ts';
import type { Sentence } from '../sentences.ts';
import type { Reply } from './replies.ts';
import {
  ASKS_ELSE,
  ASKS_LATER,
  ASKS_SHORTLY,
  CONFIRMS,
  NAMED,
  NEEDS_ANOTHER,
  PERMISSION,
  PRICE_OR_LAW,
  PROPOSES,
  QUOTED,
} from './words.ts';

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
