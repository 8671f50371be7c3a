import { sentencesOf } from '../dialogue/answers.ts';
import { type Dialogue, matchesIn, type Sentence, type Stretch } from '../dialogue/dialogue.ts';
import { numbersFrom } from '../mentions/numbers.ts';
import { timesIn } from '../mentions/times-of-day.ts';
import { finding, type Rule, textOf } from './field.ts';

const COMING =
  /\b(?:be there|there (?:in|within)|get there|be (?:at|with|to|over)|on (?:our|my|their|the) way|come|coming|arrive|head(?:ing)? (?:over|out|that way)|leave|leaving|inside|within|out to you|with you in|eta|see you in|yall coming|be out|send)\b/;
const HOURS: readonly [cue: RegExp, minutes: number][] = [
  [/\b(?:an hour and a half|hour and a half|one and a half hours)\b/, 90],
  [/\b(?:(?:a )?half (?:an )?hour|half hour)\b/, 30],
  [/\b(?:three quarters of an hour)\b/, 45],
  [/\b(?:couple (?:of )?hours|two hours|2 hours)\b/, 120],
  [/\b(?:(?:inside|within|in|about) (?:the|an|one|a) hour|an hour|one hour)\b/, 60],
];
const NOT_COMING =
  /\b(?:call (?:you|back|her|him)|scratch that|wont send|ago|before|after|notice|cremation|viewing|service|earlier)\b/;

/** Minutes until the home is there, as the home says last. */
export const etaMinutes: Rule = (dialogue, found) => {
  if (textOf(found, 'call_kind') !== 'at_need' || found.get('released')?.value === 'no') return [];
  const ours = sentencesOf(dialogue, 'ours');
  const etas = ours.flatMap((sentence) => {
    const asked = dialogue.turns[sentence.turn - 1]?.text ?? '';
    const isComing = COMING.test(sentence.text) || /\b(?:how long|when (?:are|can|will|yall)|how soon)\b/.test(asked);
    return isComing && !NOT_COMING.test(sentence.text) && !sentence.is_question ? minutesIn(dialogue, sentence) : [];
  });
  const last = etas.at(-1);
  return last ? finding(dialogue, 'eta_minutes', last.minutes, last) : [];
};

const minutesIn = ({ terms }: Dialogue, sentence: Sentence): (Stretch & { minutes: number })[] => {
  const said: (Stretch & { minutes: number })[] = [];
  for (const { start, end } of matchesIn(sentence, /\bminutes?\b/)) {
    for (const back of [3, 2, 1]) {
      const number = start - back >= sentence.start ? numbersFrom(terms, start - back, start).at(-1) : undefined;
      if (number?.end === start && number.value > 0 && number.value <= 300) {
        said.push({ start: number.start, end, minutes: number.value });
        break;
      }
    }
  }
  for (const [cue, minutes] of HOURS) {
    const [match] = matchesIn(sentence, cue);
    if (match && said.length === 0) return [{ ...match, minutes }];
  }
  return said;
};

const MEETING =
  /\b(?:come (?:in|see us|by|down|on in|to (?:the|our) (?:office|home|funeral home))|sit down|meet (?:with|us|you|here|at)|arrangements?|arrangement conference|appointment|be here|stop (?:in|by)|get together|come and see us|come see)\b/;
const DAY =
  /\b(?:today|tomorrow|tonight|this (?:morning|afternoon|evening)|(?:next |this )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?: (?:morning|afternoon|evening))?(?: the \w+)?|manana)\b/;
/** Turns after a proposal in which it is agreed or moved. */
const SETTLED = 5;

/** Time at which the family comes to make the arrangements, as it was settled. */
export const arrangementTime: Rule = (dialogue, found) => {
  if (!['at_need', 'pre_need', 'imminent'].includes(textOf(found, 'call_kind'))) return [];
  const proposal = sentencesOf(dialogue).findLast(
    ({ text, start, end, side }) =>
      side !== null && MEETING.test(text) && (DAY.test(text) || timesIn(dialogue.terms, start, end).length > 0),
  );
  if (!proposal) return [];
  let settled: Stretch | null = null;
  for (const turn of dialogue.turns.slice(proposal.turn, proposal.turn + SETTLED))
    for (const sentence of turn.sentences) {
      if (sentence.start < proposal.start || NOT_MEETING.test(sentence.text)) continue;
      const when = whenIn(dialogue, sentence);
      if (when && (!settled || when.isWhole || sentence === proposal)) settled = when;
    }
  return settled
    ? finding(dialogue, 'arrangement_time', dialogue.terms.slice(settled.start, settled.end).join(' '), settled)
    : [];
};
const NOT_MEETING = /\b(?:call (?:you|her|him|back)|minutes|visitation|be there in)\b/;

/** Day and time in a sentence, as one stretch. */
const whenIn = ({ terms }: Dialogue, sentence: Sentence): (Stretch & { isWhole: boolean }) | null => {
  const days = matchesIn(sentence, DAY);
  const times = timesIn(terms, sentence.start, sentence.end).filter(
    ({ start, is_clear }) =>
      is_clear ||
      /^(?:at|say|by|around|about|it|oclock)$/.test(terms[start - 1] ?? '') ||
      days.some(({ end }) => end === start),
  );
  const [day, time] = [days.at(-1), times.at(-1)];
  const parts = [day, time].filter((part) => part !== undefined);
  if (parts.length === 0) return null;
  const start = Math.min(...parts.map((part) => part.start));
  const end = Math.max(...parts.map((part) => part.end));
  return end - start > 12 ? null : { start, end, isWhole: parts.length === 2 };
};
