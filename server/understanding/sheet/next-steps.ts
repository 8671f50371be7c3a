import { sentencesOf } from '../dialogue/answers.ts';
import { type Dialogue, type DialogueTurn, matchesIn, type Stretch } from '../dialogue/dialogue.ts';
import { numbersFrom } from '../mentions/numbers.ts';
import { timesIn } from '../mentions/times-of-day.ts';
import { finding, type Rule, said, textOf } from './field.ts';

const COMING =
  /\b(?:be there|there (?:in|within|inside)|get there|(?:be|get) (?:at|to|over|out)|on (?:our|my|their|the) way|im coming|were coming|yall coming|arrive|head(?:ing)? (?:over|out|that way)|leav(?:e|ing)|at your door|with you in|eta|see you in|how long|how soon|when (?:are|can|will) (?:you|yall|they)|round up)\b/;
const SPANS =
  /\b(?:(?:an|one|1|a|inside the|within the|the) hour and (?:a half|(?<more>\w+(?: \w+)?) minutes)|(?:a )?half (?:an )?hour|three quarters of an hour|a couple (?:of )?hours|(?:inside|within|in|about) (?:the|an|one|a) hour|an hour|one hour|(?<hours>two|three|2|3) hours|(?:make|call) it (?<instead>\w+(?: \w+)?)|minutes?)\b/;
const NOT_COMING =
  /\b(?:scratch that|wont send|notice|cremation|viewing|ago|earlier|minutes? (?:before|after|from|away)|hold|record\w*|(?:call|called|ring|text|email|fax) (?:you|back|her|him|me|it)|wait)\b/;

/** Minutes until the home is there, as it was said last. */
export const etaMinutes: Rule = (dialogue, found) => {
  if (!['at_need', 'trade'].includes(textOf(found, 'call_kind')) || found.get('released')?.value === 'no') return [];
  const spans = dialogue.turns.flatMap((turn) => {
    const asked = dialogue.turns[turn.turn - 1]?.text ?? '';
    const isComing = COMING.test(turn.text) || (COMING.test(asked) && turn.end - turn.start < 20);
    if (!isComing) return [];
    return turn.sentences
      .filter(({ text, is_question }) => !NOT_COMING.test(text) && !(is_question && turn.side === 'theirs'))
      .flatMap((sentence) => spansIn(dialogue, { ...turn, ...sentence }));
  });
  const last = spans.at(-1);
  return last && spans[0] ? finding(dialogue, 'eta_minutes', last.minutes, last) : [];
};

type Span = Stretch & { minutes: number };

const spansIn = (dialogue: Dialogue, turn: DialogueTurn): Span[] => {
  const spans: Span[] = [];
  for (const match of matchesIn(turn, SPANS)) {
    const minutes = minutesOf(dialogue, turn, match, match.groups, spans.length > 0);
    if (minutes) spans.push(minutes);
  }
  return spans;
};

const minutesOf = (
  { terms }: Dialogue,
  turn: Stretch,
  { start, end }: Stretch,
  { more, hours, instead }: Readonly<Record<string, string | undefined>>,
  isMore: boolean,
): Span | null => {
  const text = terms.slice(start, end).join(' ');
  const number = (at: number) => numbersFrom(terms, at, Math.min(turn.end, at + 3), 1)[0];
  if (instead !== undefined) {
    const value = /^half/.test(instead) ? 30 : number(start + 2)?.value;
    return isMore && value && value >= 5 ? { start, end, minutes: value } : null;
  }
  if (more !== undefined) return { start, end, minutes: 60 + (number(end - 1 - more.split(' ').length)?.value ?? 0) };
  if (hours !== undefined) return { start, end, minutes: (number(start)?.value ?? 0) * 60 };
  if (/half$/.test(text)) return { start, end, minutes: 90 };
  if (/half/.test(text)) return { start, end, minutes: 30 };
  if (/quarters/.test(text)) return { start, end, minutes: 45 };
  if (/couple/.test(text)) return { start, end, minutes: 120 };
  if (/hour/.test(text)) return { start, end, minutes: 60 };
  for (const back of [2, 1]) {
    const before = start - back >= turn.start ? numbersFrom(terms, start - back, start).at(-1) : undefined;
    if (before?.end === start && before.value >= 5 && before.value <= 300)
      return { start: before.start, end, minutes: before.value };
  }
  return null;
};

const MEETING =
  /\b(?:(?:can|could|would|will|want|able|like) (?:you |yall |to |him |her |\w+ ){1,3}(?:come|be here|stop|sit|meet)|come (?:in|see us|by|down|on in|to us|to the office)|comes? in|sit down|meet (?:with|us|you|here|at)|(?:for|make|do) (?:the |your |our )?arrangements|arrangement conference|appointment|stop (?:in|by)|come and see us|come to you|see you (?:tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|then)|be here (?:at|by)|all be here)\b/;
const DAY =
  /\b(?:(?:today|tomorrow|tonight|manana|this (?:morning|afternoon|evening)|(?:next |this )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))(?: (?:morning|afternoon|evening))?(?: the \w+(?: \w+th)?)?)\b/;
const NOT_MEETING =
  /\b(?:(?:call|ring|text|phone|email|fax|mail) (?:you|her|him|back|them|me|\w+ (?:tomorrow|today|tonight))|minutes|visitation|service is|be there (?:in|by)|there by|scratch that|cremation|opens?|closed|until|till|my guys|cemetery)\b/;
/** Turns after a proposal in which it is agreed or moved. */
const SETTLED = 8;

type When = Stretch & { has_day: boolean; has_time: boolean };

/** Day and time at which the family comes to make the arrangements, as it was settled. */
export const arrangementTime: Rule = (dialogue, found) => {
  if (!['at_need', 'pre_need', 'imminent'].includes(textOf(found, 'call_kind'))) return [];
  const proposal = sentencesOf(dialogue).find(
    ({ text, start, end, side }) =>
      side !== 'theirs' &&
      MEETING.test(text) &&
      !NOT_MEETING.test(text) &&
      (DAY.test(text) || timesIn(dialogue.terms, start, end).length > 0),
  );
  if (!proposal) return [];
  let settled: When | null = null;
  let last = proposal.turn;
  for (const turn of dialogue.turns.slice(proposal.turn)) {
    if (turn.turn - last > SETTLED) break;
    for (const sentence of turn.sentences) {
      if (sentence.start < proposal.start || NOT_MEETING.test(sentence.text)) continue;
      const when = whenIn(dialogue, sentence);
      const isBetter = when && (!settled || when.has_time || (when.has_day && !settled.has_day));
      if (!when || !isBetter) continue;
      settled = when;
      last = turn.turn;
    }
  }
  if (!settled?.has_time) return [];
  return finding(dialogue, 'arrangement_time', said(dialogue, settled), settled);
};

/** Day and time in a sentence, as one stretch. */
const whenIn = (
  { terms, tokens }: Dialogue,
  sentence: Stretch & { text: string; turn: number; side: DialogueTurn['side'] },
): When | null => {
  const days = matchesIn(sentence, DAY);
  const times = timesIn(terms, sentence.start, sentence.end).filter(
    ({ start, end, is_clear }) =>
      is_clear ||
      /^(?:at|say|by|around|about|it)$/.test(terms[start - 1] ?? '') ||
      start === sentence.start ||
      days.some((day) => day.end === start || (start - day.end <= 2 && start > day.end) || end === day.start) ||
      !!tokens[end - 1]?.ends,
  );
  const [day, time] = [days.at(-1), times.at(-1)];
  const parts = [day, time].filter((part) => part !== undefined);
  if (parts.length === 0) return null;
  const start = Math.min(...parts.map((part) => part.start));
  const end = Math.max(...parts.map((part) => part.end));
  if (end - start > 12) return time ? { ...time, has_day: false, has_time: true } : null;
  return { start, end, has_day: day !== undefined, has_time: time !== undefined };
};
