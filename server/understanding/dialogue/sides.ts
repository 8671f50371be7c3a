import { termsOf } from '../../transcripts/search/tokens.ts';
import type { Side, SpokenCall, SpokenTurn } from '../call.ts';
import { oncePerCall } from '../once-per-call.ts';

const GREETING =
  /\b(?:thank you for calling|this is \w+|\w+ speaking|how (?:may|can) i help)\b|\b(?:funeral|mortuary|chapel|cremation|memorial)\b/;
/** Words of many homes' names, which tell nothing about whose voice says them. */
const COMMON = new Set(
  (
    'funeral funerals home homes cremation cremations chapel mortuary memorial service services director directors burial ' +
    'society family sons daughters brothers and the of for'
  ).split(' '),
);

/** Words with which somebody at the home hands a call on. */
const HAND_OVER =
  /\b(?:hold (?:on|one|for)|hang on|let me (?:get|grab|see if)|one (?:second|moment)|just a (?:second|moment)|just walked in|will pick up|he'll pick up|she'll pick up|transfer|put you through)\b/i;
const TAKES_OVER = /^\W*(?:\S+\s+){0,4}(?:this is|speaking|here)\b/i;
/** Turns in which a home greets, and before a new voice in which it hands a call on. */
const [OPENING, JUST_BEFORE] = [4, 3];

/**
 * Reader of the side of each turn: as somebody has said, else ours for the voices that greet as the home or to whom it hands the call
 * on, theirs for the others. A voice alone leaves a message for the home.
 */
export const sideReader = oncePerCall((call): ((turn: SpokenTurn) => Side) => {
  if (call.turns.every(({ side }) => side !== null)) return ({ side }) => side;
  const isAlone = new Set(call.turns.map(({ speaker }) => speaker)).size === 1;
  const ours = isAlone ? new Set<string | null>() : voicesOfHome(call);
  const other: Side = ours.size > 0 || isAlone ? 'theirs' : null;
  return ({ side, speaker }) => side ?? (ours.has(speaker) ? 'ours' : other);
});

const voicesOfHome = (call: SpokenCall): Set<string | null> => {
  const ours = new Set(call.turns.filter(({ side }) => side === 'ours').map(({ speaker }) => speaker));
  if (ours.size === 0) {
    const greeter = greeterOf(call);
    if (!greeter) return ours;
    ours.add(greeter.speaker);
  }
  const heard = new Set<string | null>();
  for (const [place, turn] of call.turns.entries()) {
    const isFirst = !heard.has(turn.speaker);
    heard.add(turn.speaker);
    if (!isFirst || turn.side !== null || ours.has(turn.speaker)) continue;
    const before = call.turns.slice(Math.max(0, place - JUST_BEFORE), place);
    const isHandedOn = before.some(({ speaker, text }) => ours.has(speaker) && HAND_OVER.test(text));
    if ((isHandedOn && TAKES_OVER.test(turn.text)) || (place < OPENING && greetsAsHome(call, turn)))
      ours.add(turn.speaker);
  }
  return ours;
};

/** The first turn that names the home, or that greets as one who answers a telephone. */
const greeterOf = (call: SpokenCall): SpokenTurn | undefined => {
  const first = call.turns.slice(0, OPENING).filter(({ side }) => side === null);
  const isGreeting = ({ text }: SpokenTurn) =>
    GREETING.test(text.toLowerCase()) && /\b(?:this is|speaking|help)\b/i.test(text);
  return first.find((turn) => namesHome(call, turn)) ?? first.find(isGreeting);
};

const greetsAsHome = (call: SpokenCall, turn: SpokenTurn): boolean =>
  namesHome(call, turn) && /\b(?:this is|speaking|help you|here)\b/i.test(turn.text);

/** Home's own name in a turn, a word of three left out at most, unless somebody asks for it. */
const namesHome = ({ home }: SpokenCall, { text }: SpokenTurn): boolean => {
  const name = [...new Set(termsOf(home ?? '').filter((term) => !COMMON.has(term) && term.length > 2))];
  const terms = termsOf(text);
  const said = name.filter((term) => terms.includes(term));
  if (said.length === 0 || said.length < (name.length > 2 ? name.length - 1 : name.length)) return false;
  const before = terms.slice(0, terms.indexOf(said[0] as string)).join(' ');
  return !/\b(?:is this|looking for)(?: the)?$/.test(before);
};
