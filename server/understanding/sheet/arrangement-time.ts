import { sentencesOf } from '../dialogue/answers.ts';
import { type Dialogue, type DialogueTurn, matchesIn, type Stretch } from '../dialogue/dialogue.ts';
import { timesIn } from '../mentions/times-of-day.ts';
import { finding, type Rule, said, textOf } from './field.ts';

const MEETING =
  /\b(?:(?:can|could|would|will|want|able|like) (?:you |yall |to |him |her |\w+ ){1,3}(?:come|be here|stop|sit|meet)|come (?:in|see us|by|down|on in|to us|to the office)|comes? in|sit down|(?:lets|let us) (?:meet|say|do)|meet (?:with|us|you|here|at)|(?:for|make|do) (?:the |your |our )?arrangements|arrangement conference|appointment|stop (?:in|by)|come and see us|come to you|come see me|(?:get|have) you (?:all |both )?in|see you (?:tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|then)|be here (?:at|by)|all be here)\b/;
/** Callers' own proposals to come. */
const OFFER =
  /\b(?:(?:i|we) (?:can|could) come|(?:can|could) (?:we|i) come|(?:can|could) we do|how about|what about|make it|come in)\b/;
const DAY =
  /\b(?:(?:today|tomorrow|tonight|manana|this (?:morning|afternoon|evening)|(?:next |this )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))(?: (?:morning|afternoon|evening))?(?: the \w+(?: \w+th)?)?)\b/;
const NOT_MEETING =
  /\b(?:(?:call|ring|text|phone|email|fax|mail) (?:you|her|him|back|them|me|\w+ (?:tomorrow|today|tonight))|minutes|visitation|service is|be there (?:in|by)|there by|scratch that|cremation|opens?|closed|until|till|my guys|cemetery)\b/;
/** Turns after a proposal in which it is agreed or moved. */
const SETTLED = 8;

/** A turn of the home in which, or just before which, it asks somebody to come. */
const isMeeting = ({ turns }: Dialogue, turn: number): boolean =>
  [turn, turn - 2].some((one) => turns[one]?.side !== 'theirs' && MEETING.test(turns[one]?.text ?? ''));

type When = Stretch & { has_day: boolean; has_time: boolean };

/** Day and time at which the family comes to make the arrangements, as it was settled. */
export const arrangementTime: Rule = (dialogue, found) => {
  if (!['at_need', 'pre_need', 'imminent'].includes(textOf(found, 'call_kind'))) return [];
  const proposal = sentencesOf(dialogue).find(
    ({ text, start, end, side, turn }) =>
      (side === 'theirs' ? OFFER.test(text) : isMeeting(dialogue, turn)) &&
      !NOT_MEETING.test(text) &&
      (DAY.test(text) || timesIn(dialogue.terms, start, end).length > 0),
  );
  if (!proposal) return [];
  let settled: When | null = null;
  let last = proposal.turn;
  let hasDay = false;
  for (const turn of dialogue.turns.slice(proposal.turn)) {
    if (turn.turn - last > SETTLED) break;
    for (const sentence of turn.sentences) {
      if (sentence.start < proposal.start || NOT_MEETING.test(sentence.text)) continue;
      const when = whenIn(dialogue, sentence);
      const isBetter = when && (!settled || when.has_time || (when.has_day && !settled.has_day));
      if (!when || !isBetter) continue;
      settled = when;
      hasDay ||= when.has_day;
      last = turn.turn;
    }
  }
  if (!settled?.has_time || !hasDay) return [];
  return finding(dialogue, 'arrangement_time', said(dialogue, settled), settled);
};

/** Day and time in a sentence, as one stretch. */
const whenIn = (
  { terms }: Dialogue,
  sentence: Stretch & { text: string; turn: number; side: DialogueTurn['side'] },
): When | null => {
  const days = matchesIn(sentence, DAY);
  const times = timesIn(terms, sentence.start, sentence.end).filter(({ start, end, is_clear }) => {
    const isBeside = days.some((day) => Math.abs(start - day.end) <= 2 || end === day.start);
    const isCued = /^(?:at|say|around|about|it|or|do|for)$/.test(terms[start - 1] ?? '');
    const isAlone = end - start > 1 && sentence.end - start <= 6;
    return is_clear || isBeside || isCued || isAlone;
  });
  const [day, time] = [days.at(-1), times.at(-1)];
  const parts = [day, time].filter((part) => part !== undefined);
  if (parts.length === 0) return null;
  const start = Math.min(...parts.map((part) => part.start));
  const end = Math.max(...parts.map((part) => part.end));
  if (end - start > 12) return time ? { ...time, has_day: false, has_time: true } : null;
  return { start, end, has_day: day !== undefined, has_time: time !== undefined };
};
