import type { Finding, Side, SpokenCall, SpokenTurn } from './call.ts';
import { sideReader } from './dialogue/sides.ts';
import { oncePerCall } from './once-per-call.ts';
import { rangeOf, type Sentence, sentencesOf } from './sentences.ts';

const RECORDED = '(?:recorded|taped|recording|taping|monitored)';
const NOTICES: readonly RegExp[] = [
  new RegExp(
    `\\b(?:calls?|lines?|conversations?|phones?|this|these|it|everything|you|we|i)(?: \\w+){0,8}? (?:is|are|am|may|will|might|be|being|get|gets|can)(?: \\w+){0,4} ${RECORDED}\\b`,
  ),
  /\b(?:lines?|phones?|systems?|company|service|office|we|i|they) (?:do |also |always |automatically |just |only |may |might |will |have to |like to |all )*(?:records?|tape|tapes)(?: (?:all|our|these|this|the|every|everything|your|my|it|calls?|that|so|for|is|and)\b|$)/,
  /\b(?:on|is|over) (?:a|our|the) recorded (?:line|phone|call)\b/,
  /\bcalls?(?: \w+){0,3} recorded\b/,
  /\b(?:okay|fine|all right|mind|may|can|could|permission)(?: \w+){0,3} (?:i|we)(?: am| are)? record(?:ing)?\b/,
  /\bbefore (?:we|i) (?:start|begin|go on|go any further)(?: \w+){0,6} record(?:ed|ing)?\b/,
  /\b(?:recorder|recording) (?:is )?(?:on|running|going)\b|\bgot the recorder\b/,
  /\bconsent to (?:be |being )?record\w*|\bkeeps? (?:a )?recordings? of\b/,
  /\b(?:i am|we are) (?:taping|recording)\b|\b(?:have|has) (?:us|me) (?:record|tape)\b|\bconsent to record\b/,
  /\b(?:this|that|the) (?:one|call|line|phone) is recorded\b|\bgoing to record (?:this|the|our|it)\b|\bwith me recording\b/,
];
const NO_NOTICE =
  /\brecord (?:that|it|your \w+|his \w+|her \w+) (?:in|on|for the)\b|\b(?:not|never|no longer|stopped?|is no one|without)(?: \w+){0,2} (?:record(?:ed|ing|s)?|taped)\b|\brecorded (?:message|music|in|by(?! the way)|delivery|deed|at|with)\b|\b(?:voice ?mail|for the|off the|on the|on) record\b|\brecords? (?:show|say|of|request|office|department)\b/;

const CONSENT_ASKED =
  /\b(?:okay|all right|fine|mind|problem|permission|consent|agree|comfortable|good|object|objections?)\b/;
const AGREES =
  /\b(?:yes|yeah|yep|yup|sure|fine|okay|all right|go (?:right )?ahead|go for it|you (?:do|may|can|have it)|if you (?:have|need|want) to|no problem|of course|absolutely|do not mind|not at all|by all means|works|good|guess so|suppose|whatever you (?:need|want|have)|do what you|esta bien|si|no objections?|certainly)\b/;
const OBJECTS =
  /^(?:no )?(?:it is|i do|yes it is) actually\b|^(?:no )?(?:please )?do not$|\b(?:not really|you (?:do|may|can) not|opt out|feel better without|better (?:if you )?(?:did )?not|please do not|(?:do|go) (?:it )?without|rather (?:you )?(?:did not|do not|not)|(?:prefer|like)(?: that)?(?: you)?(?: do| did)?(?: to)? not|do not (?:record|want|like|consent|agree|tape)|it is not(?: actually)? no|not (?:comfortable|okay|all right|fine|happy)|turn (?:it|that|the \w+) off|(?:stop|no) (?:record|tap)\w*|(?:my voice|information|it) on (?:a |the )?(?:tape|recording)|i object|can you not|no record\w*|i (?:do )?mind)\b/;
const UNASKED_CONSENT =
  /^(?:oh )?(?:okay|go (?:right )?ahead|all right|sure|fine|(?:yes |yeah )?that is (?:fine|okay|all right)|no problem|i do not mind)(?: \w+){0,2}$/;
const MIND = /\b(?:mind|objections?|object|problem)\b/;
const MACHINE =
  /\b(?:announcement|automated|recorded|recording|system|ivr|phone tree|machine|auto attendant|greeting|menu)\b/i;

/** Reads the notice that a call is recorded: `heard`, who gave it (`from`), and what the other side said to it (`answer`). */
export const extractRecordingNotice = oncePerCall((call: SpokenCall): Finding[] => {
  const sentences = sentencesOf(call);
  const sideOf = sideReader(call);
  const notice = sentences.find(
    (sentence, at) => isNotice(sentence, sideOf(sentence.turn)) || isConfirmed(sentence, sentences[at - 1], sideOf),
  );
  if (!notice) return [];
  const from = sourceOf(call, notice.turn, sideOf(notice.turn));
  const reply = replyTo(sentences, notice, from, sideOf);
  const evidence = [rangeOf(notice)];
  return [
    { name: 'heard', value: true, evidence },
    { name: 'from', value: from, evidence },
    {
      name: 'answer',
      value: reply?.answer ?? 'none',
      evidence: reply ? [...evidence, rangeOf(reply.sentence)] : evidence,
    },
  ];
});

const isNotice = ({ text, asks }: Sentence, side: Side): boolean => {
  if (!/record|tape|taping|monitored/.test(text) || NO_NOTICE.test(text)) return false;
  // "Are you recording this?" asks; "is it all right that I record?" tells.
  if (
    asks &&
    /\b(?:are|is|am|do|did|will|was)\b.{0,12}\b(?:you|anybody|anyone|somebody|this|these|i)\b.{0,20}\brecord/.test(text)
  )
    if (side === 'theirs' || /\byou (?:all )?record/.test(text)) return /\bi should say\b|\bour line\b/.test(text);
  return NOTICES.some((notice) => notice.test(text));
};

/** "Is this being recorded?", asked by a caller, and the home's "Yes, it is". */
const isConfirmed = (
  { text, turn }: Sentence,
  before: Sentence | undefined,
  sideOf: (turn: SpokenTurn) => Side,
): boolean =>
  before?.asks === true &&
  /\brecord(?:ed|ing)\b/.test(before.text) &&
  sideOf(before.turn) === 'theirs' &&
  sideOf(turn) === 'ours' &&
  /^(?:yes|yeah|it is|we do|we are|they are|all of)\b/.test(text);

const sourceOf = (call: SpokenCall, turn: SpokenTurn, side: Side): 'announcement' | 'us' | 'them' => {
  if (turn.side === null && isAlone(call, turn)) return 'announcement';
  if (side === 'theirs') return 'them';
  return turn.label !== null && MACHINE.test(turn.label) ? 'announcement' : 'us';
};

/** The first words of a call, of a voice that gives no name and is not heard again. */
const isAlone = (call: SpokenCall, turn: SpokenTurn): boolean =>
  turn.index === 0 &&
  call.turns.length > 3 &&
  !/\b(?:this is|speaking|my name is|i am)\b/i.test(turn.text) &&
  call.turns.filter(({ speaker }) => speaker === turn.speaker).length === 1;

/** Answer of the other side to a notice: at once, or, where it objects, anywhere in words that name the recording. */
const replyTo = (
  sentences: readonly Sentence[],
  notice: Sentence,
  from: string,
  sideOf: (turn: SpokenTurn) => Side,
): { answer: 'agreed' | 'objected'; sentence: Sentence } | null => {
  const side = sideOf(notice.turn);
  const others = sentences.filter(({ index, turn }) => index > notice.index && sideOf(turn) !== side);
  const refused = others.find(({ text }) => /\b(?:record|tape)/.test(text) && OBJECTS.test(text));
  if (from === 'announcement') return refused ? { answer: 'objected', sentence: refused } : null;
  const told = sentences.filter(({ turn, index }) => turn === notice.turn && index >= notice.index);
  const last = told.at(-1) as Sentence;
  const asked = told.find(({ text, index }) => isAsked(text) || (CONSENT_ASKED.test(text) && index > notice.index));
  const isLast = asked !== undefined && (asked === last || last.index - asked.index <= 1);
  // A question back ("record, what is record?") is answered first.
  const until = sentences.find(
    ({ turn, index }) => index > last.index && sideOf(turn) === side && !isAskedBack(sentences, turn, side, sideOf),
  )?.turn.index;
  const replies = others.filter(
    ({ turn }) => turn.index <= (until ?? Number.MAX_SAFE_INTEGER) && turn.index <= notice.turn.index + 3,
  );
  const objection = replies.find(({ text }) => OBJECTS.test(text)) ?? refused;
  const consent = replies.find(({ text, turn }) => agreesTo(text, turn, isLast ? asked : undefined));
  if (objection && !(consent && consent.turn.speaker === objection.turn.speaker && consent.index > objection.index))
    return { answer: 'objected', sentence: objection };
  const [first] = replies;
  if (isLast && first && /^(?:no|nope)\b/.test(first.text) && !MIND.test(asked.text) && !consent)
    return { answer: 'objected', sentence: first };
  return consent ? { answer: 'agreed', sentence: consent } : null;
};

const isAskedBack = (
  sentences: readonly Sentence[],
  turn: SpokenTurn,
  side: Side,
  sideOf: (turn: SpokenTurn) => Side,
) => sentences.some((one) => one.turn.index === turn.index - 1 && sideOf(one.turn) !== side && one.asks);

const isAsked = (text: string): boolean =>
  /^(?:may|can|could|do) i\b.*\b(?:consent|permission|record|tape)\b|\b(?:is|are|do|if|would|okay|all right)\b.*\b(?:okay|all right|fine|mind|objections?|problem|with you|good)\b/.test(
    text,
  );

/** Consent to what was asked; where nothing was, only words that say no more than that. */
const agreesTo = (text: string, turn: SpokenTurn, asked: Sentence | undefined): boolean => {
  if (asked && MIND.test(asked.text) && /^(?:no|nope|not at all)\b/.test(text)) return true;
  if (!AGREES.test(text) || OBJECTS.test(text)) return false;
  if (asked) return !/^(?:no|nope)\b/.test(text) || MIND.test(asked.text);
  return turn.words.length <= 6 && UNASKED_CONSENT.test(text);
};
