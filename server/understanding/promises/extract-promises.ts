import type { Finding, Side, SpokenCall, SpokenTurn } from '../call.ts';
import { sideReader } from '../dialogue/sides.ts';
import { oncePerCall } from '../once-per-call.ts';
import { rangeOf, type Sentence, sentencesOf, termAt, wordsOf } from '../sentences.ts';
import { personOf } from '../voices.ts';
import { findDue } from './due.ts';

type Promised = { sentence: Sentence; side: 'ours' | 'theirs'; verb: string; first: number; last: number };

const DEEDS =
  'call|phone|ring|text|email|mail|fax|send|bring|carry|drop|deliver|fetch|come|be (?:there|here|at|up|over|out|back)|go|meet|stop|swing|pick|get|take|put|leave|lock|keep|hold|save|ask|check|look|find|see|tell|let|give|hand|have|make|set|arrange|order|book|request|write|add|change|fix|correct|move|cancel|copy|print|dress|prepare|wash|swap|pull|post|touch|say|talk|speak|wait|stay|do|open|close|shut|erase|delete|tie|turn|knock|tap|mark|plow|lay|email|notify|contact|reach|follow|sign|read|double|sit|start|work|run|pass|note|charge|only|dig|bill';
const SELF = new RegExp(
  `(?<!\\byou )(?<!\\bthey )\\b(?:i|we|you and i)(?: all)? (?:will|shall|am going to|are going to) (not )?(?:just |also |go ahead and |personally |then |still |definitely |certainly |only |never )*(${DEEDS})\\b`,
  'g',
);
const OTHER =
  /\bit will (be (?:at|ready|there|here|waiting))\b|\b(?:he|she|they|there|somebody|someone|(?!(?:you|that|this|what|who|i|we|it)\b)[a-z]{3,}) (?:will|is going to|are going to) (not )?(call|text|email|phone|bring|drop|send|meet|come|stay|have|be (?:there|here|at|up|quiet|by|about|in touch)|keep|go with|let you)\b/g;
/** Things that somebody can do by a time that they name, or that another is about to do. */
const CAN =
  /\bi (promise) to\b|\byou will (have) (?:it|that|the|a|your)\b|\b(?:i|we) can (not )?(bring|come by|drop|send|meet|have|get)\b|\b(?:he|she|they|we) (?:is|are) (not )?(bringing|sending|dropping|mailing)\b/g;
const ARRIVAL =
  /\b(?:i|we|you all|they|he|she) (?:can|should|could|ought to) (be|get) (?:there|over|to you|out there|at (?:the|your)|with you)\b.*\b(?:minutes?|hours?|by|in|inside|within|before|around|at)\b/;

const EMPTY =
  /\b(?:will (?:just )?(?:see$|hold$|hold on|wait$|wait while|say (?:i|he|she|they|we)\b|tell you it|tell you (?:he|she|that)\b|tell you (?:what|this|something|the truth|right now|one|that)|say (?:that|this)|be (?:honest|fine|okay|all right|happy|glad|able|sorry|damned|right with|the (?:one|same)|\d)|let you go|let me|put (?:[a-z]+ ){0,4}down|put (?:you|you all) (?:in|with|on)|put (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)|put [a-z]+ [a-z]+ self|note (?:it|down)|write down|make it|call it (?:[a-z]+$|yesterday|today)|say (?:one|two|three|four|five|six|seven|eight|nine|ten|noon|\d+)|go over (?:that|it|this) when|leave it$|look again|not see|sign whatever|not change|go is|find you|take (?:good )?care of (?:him|her|them|you)|take the compliment|see (?:what|about|if|how)|take (?:that|it) (?:from|as|for)|take down|take (?:your|a) (?:name|number|message)|put (?:you|her|him)? ?(?:on hold|through|down|undecided|that down|it down|\d+|\w+ (?:pounds|for))|put (?:yes|no|unknown|undecided)|write (?:that|it) down|call it (?:unknown|that|a|half|nine|eight|\d+)|go by|go with|have to|need|leave (?:it|that) (?:at that|with you|open|blank)|leave you|do (?:my|our|the) best|make (?:it|this) quick|never|see you|talk to you|be (?:there|here) for|get (?:to that|into)|ask you|give you (?:that|a second)|hold on|wait (?:a|one)|start (?:you|with)|be (?:quick|brief)))\b/;
const CONDITION =
  /^(?:if|unless|suppose|say)\b|\b(?:i would|we would|you would) (?:say|think|guess)\b|\bif it was me\b/;
const OFFER = /\bif (?:you|that) (?:would )?(?:like|want|prefer|need|helps)\b|\bwould you like\b|\bdo you want me\b/;
const TAKES_BACK =
  /\b(?:scratch that|never mind|nevermind|actually (?:no|not)|no wait|forget (?:it|that)|no (?:not|they are|he is|she is|i can not|i got|i have got|tomorrow i)|can not do (?:it|that)|on second thought|well tomorrow|strike that)\b/;
const DECLINES =
  /^(?:oh )?(?:no(?: no)?(?: thank you| thanks)?$|no (?:do not|that is (?:okay|fine|all right)|need)|do not (?:bother|call|do|worry)|you do not (?:have|need) to|never mind|forget)\b/;

/** Reads promises of both sides: what somebody said they would do, in their own words, to whom and by when. */
export const extractPromises = oncePerCall((call: SpokenCall): Finding[] => {
  const sideOf = sideReader(call);
  const sentences = sentencesOf(call);
  const all = sentences.flatMap((sentence) => promisesIn(sentence, sideOf(sentence.turn)));
  const kept = all.filter(
    (promised) => !isTakenBack(promised, sentences, sideOf) && !isWithdrawn(promised, sentences, sideOf),
  );
  return lastForms(kept).map((promised) => findingOf(call, promised, sideOf));
});

const promisesIn = (sentence: Sentence, side: Side): Promised[] => {
  const { text, terms } = sentence;
  if (
    side === null ||
    terms.at(-1)?.mark === '?' ||
    CONDITION.test(text) ||
    !/\b(?:will|going to|can|should)\b/.test(text)
  )
    return [];
  const third = side === 'ours' || /\b(?:you|home|back)\b/.test(text) ? [...text.matchAll(OTHER)] : [];
  const own = [...text.matchAll(SELF), ...(findDue(text) === null ? [] : text.matchAll(CAN))];
  const arrival = side === 'ours' ? ARRIVAL.exec(text) : null;
  const said = (own.length > 0 ? own : third.length > 0 ? third : arrival ? [arrival] : [])
    .filter(({ index }) => isMeant(text, index))
    .sort((one, other) => one.index - other.index);
  return said.map((match, at) => ({
    sentence,
    side,
    verb: match.slice(1).findLast((group) => group !== undefined && group !== 'not ') ?? '',
    first: termAt(sentence, match.index),
    last: at + 1 < said.length ? termAt(sentence, said[at + 1]?.index ?? 0) - 1 : terms.length - 1,
  }));
};

const isMeant = (text: string, index: number): boolean => {
  const lead = text.slice(0, index).trimEnd();
  if (EMPTY.test(text.slice(index))) return false;
  if (/\byou know what$/.test(lead)) return true;
  return !/\b(?:how|what|when|who|where|if|whether|so that|because|said|says|told|thinks?|hope|guess|wonder|maybe)(?: \w+)?$/.test(
    lead,
  );
};

/** Promises that their speaker takes back at once, and offers that the other side declines. */
const isTakenBack = (
  { sentence }: Promised,
  sentences: readonly Sentence[],
  sideOf: (turn: SpokenTurn) => Side,
): boolean => {
  const own = sentences.slice(sentence.index, sentence.index + 3).filter(({ turn }) => turn === sentence.turn);
  if (own.some(({ text }, at) => at > 0 && (TAKES_BACK.test(text) || /^no(?: \w+){0,3}$/.test(text)))) return true;
  if (TAKES_BACK.test(sentence.text)) return true;
  const next = sentences.find(({ turn }) => turn.index > sentence.turn.index);
  if (!next || sideOf(next.turn) === sideOf(sentence.turn)) return false;
  return (
    DECLINES.test(next.text) &&
    !/\bbut (?:all right|okay)\b/.test(next.turn.text.toLowerCase()) &&
    (OFFER.test(own.map(({ text }) => text).join(' ')) || !/^no$/.test(next.text))
  );
};

/** Promises that their own side withdraws later: "scratch that, I won't send anybody", "then I won't need to call her". */
const isWithdrawn = (
  promised: Promised,
  sentences: readonly Sentence[],
  sideOf: (turn: SpokenTurn) => Side,
): boolean => {
  const { sentence, side, verb } = promised;
  const withdraws = new RegExp(`\\b(?:will not|do not need to|will not need to) ${verb} (\\w+)`);
  const content = new Set(contentOf(promised));
  return sentences.slice(sentence.index + 1, sentence.index + 40).some(({ text, turn }) => {
    const object = sideOf(turn) === side ? withdraws.exec(text)?.[1] : undefined;
    if (object === undefined || /\b(?:until|till)\b/.test(text)) return false;
    return /^(?:it|that|them|him|her|any\w+)$/.test(object) || content.has(object);
  });
};

const SMALL =
  /^(?:the|a|an|to|of|and|you|i|it|we|will|for|that|in|on|at|is|are|be|by|with|them|him|her|then|so|okay|this|your|my|our|just|myself)$/;
const contentOf = ({ sentence, first, last }: Promised): string[] =>
  sentence.terms
    .slice(first, last + 1)
    .map(({ text }) => text)
    .filter((text) => !SMALL.test(text));

/** One promise of each that is said again; the one that was said last stands, as it may have changed. */
const lastForms = (promises: readonly Promised[]): Promised[] =>
  promises.filter((promised, at) => {
    const mine = contentOf(promised);
    return !promises.slice(at + 1).some((later) => {
      if (later.side !== promised.side || later.verb !== promised.verb) return false;
      const theirs = new Set(contentOf(later));
      const both = mine.filter((term) => theirs.has(term)).length;
      const isNear = later.sentence.turn.index - promised.sentence.turn.index <= 2;
      return both >= Math.min(mine.length, theirs.size) * (isNear ? 0.5 : 0.75);
    });
  });

const findingOf = (
  call: SpokenCall,
  { sentence, side, first, last }: Promised,
  sideOf: (turn: SpokenTurn) => Side,
): Finding => {
  const range = rangeOf(sentence, first, last);
  const said = sentence.terms
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join(' ');
  const other =
    call.turns.findLast((turn) => turn.index < sentence.turn.index && sideOf(turn) !== side) ??
    call.turns.find((turn) => sideOf(turn) !== side);
  const what = said.replace(/^(?:i|we) (?:will|shall|am going to|are going to) (?:just |also )*/, '');
  const value = {
    by: side === 'ours' ? 'us' : 'them',
    to: (other && personOf(call, other).name) ?? (side === 'ours' ? 'the caller' : 'the home'),
    what,
    due: findDue(sentence.text),
    quote: wordsOf(call, range),
  };
  return { name: 'promises', value, evidence: [range] };
};
