import { questionsOn, sentencesOf } from '../dialogue/answers.ts';
import { type Dialogue, matchIn, type Passage, type Stretch } from '../dialogue/dialogue.ts';
import { addDays, type Day, isoOf, localTime, weekdayOf } from '../mentions/calendar.ts';
import { datesIn } from '../mentions/dates.ts';
import { numberAt } from '../mentions/numbers.ts';
import { type TimeMention, timesIn } from '../mentions/times-of-day.ts';
import { type Found, finding, type Rule, textOf } from './field.ts';

const DEATH =
  /\b(?:passed|died|pronounced|expired|time of death|called it|death|stopped breathing|took (?:his|her) last|gone at|went at|wrote|was gone|declared)\b/;
const TIME_ASKED =
  /\b(?:(?:what|whats the|and the|the) time|time of death|when (?:did|was)|what time|when he passed|when she passed|pronounced)\b/;
const NOT_DEATH =
  /\b(?:found|last seen|come|coming|arrive|there by|ready|appointment|visitation|service|call (?:you|me|him|her)|fell|admitted|open)\b/;
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

/** Time of death as it was said last, where it was asked for or told as one. */
export const timeOfDeath: Rule = (dialogue, found) => {
  if (textOf(found, 'call_kind') !== 'at_need') return [];
  const time = deathTime(dialogue);
  if (!time) return [];
  const { start, end } = time;
  return finding(dialogue, 'time_of_death', dialogue.terms.slice(start, end).join(' '), time);
};

const deathTime = (dialogue: Dialogue): TimeMention | undefined => {
  const asked = new Set(
    questionsOn(dialogue, TIME_ASKED).flatMap(({ turn }) => [turn.turn + 1, turn.turn + 2, turn.turn + 3]),
  );
  const times: TimeMention[] = [];
  for (const turn of dialogue.turns)
    for (const sentence of turn.sentences) {
      if (turn.side === 'ours' && !asked.has(turn.turn)) continue;
      const cue = matchIn(sentence, DEATH);
      for (const time of timesIn(dialogue.terms, sentence.start, sentence.end)) {
        const isNamed = cue && Math.abs(time.start - cue.end) <= 6;
        if (!isNamed && !(asked.has(turn.turn) && isAnswer(dialogue, sentence, time))) continue;
        if (!time.is_clear && !isNamed && time.end - time.start < 2 && !/\d{3}/.test(dialogue.terms[time.start] ?? ''))
          continue;
        times.push(time);
      }
    }
  return times.at(-1);
};

const isAnswer = ({ terms }: Dialogue, { start }: Passage, time: TimeMention): boolean =>
  !NOT_DEATH.test(terms.slice(Math.max(start, time.start - 6), time.start).join(' '));

/** Date of death: the day that is named with it, else the day of the call where the time or the words tell so. */
export const dateOfDeath: Rule = (dialogue, found) => {
  if (textOf(found, 'call_kind') !== 'at_need') return [];
  const now = localTime(dialogue.call.called_on);
  if (!now) return [];
  const time = deathTime(dialogue);
  const named = namedDay(dialogue, now.day, time);
  if (named) return finding(dialogue, 'date_of_death', isoOf(named.day), named);
  if (!time) return [];
  // A time that is yet to come today was yesterday's.
  const minute = time.half === null && time.minute + 12 * 60 <= now.minute ? time.minute + 12 * 60 : time.minute;
  const day = minute > now.minute + 5 ? addDays(now.day, -1) : now.day;
  return finding(dialogue, 'date_of_death', isoOf(day), time);
};

type NamedDay = Stretch & { day: Day };

/** A day in words about the death, or within a few words of its time. */
const namedDay = (dialogue: Dialogue, today: Day, time: TimeMention | undefined): NamedDay | null => {
  const days: NamedDay[] = [];
  for (const sentence of sentencesOf(dialogue)) {
    const cue = matchIn(
      sentence,
      /\b(?:passed|died|pronounced|expired|date of death|time of death|found (?:him|her)|called it|happened)\b/,
    );
    const isTimed = time && time.start >= sentence.start && time.end <= sentence.end;
    if (!cue && !isTimed) continue;
    const near = cue ?? (time as TimeMention);
    for (const day of daysIn(dialogue, sentence, today))
      if (Math.abs(day.start - near.end) <= 9 || Math.abs(near.start - day.end) <= 9) days.push(day);
  }
  return days.at(-1) ?? null;
};

/** Days that a passage names, counted back from the day of the call. */
const daysIn = ({ terms }: Dialogue, { start, end, text }: Passage, today: Day): NamedDay[] => {
  const days: NamedDay[] = [];
  for (const { month, day, year, ...stretch } of datesIn(terms, start, end)) {
    if (month === undefined || day === undefined) continue;
    const guess = { year: year ?? today.year, month, day };
    const isPast = isoOf(guess) <= isoOf(today);
    const past = isPast ? guess : { ...guess, year: guess.year - 1 };
    if (year === undefined || year >= today.year - 1) days.push({ ...stretch, day: past });
  }
  for (let at = start; at < end; at += 1) {
    const two = terms.slice(at, at + 2).join(' ');
    const back =
      terms[at] === 'yesterday' || two === 'last night'
        ? 1
        : ['today', 'tonight'].includes(terms[at] as string) || /^this (?:morning|afternoon|evening)$/.test(two)
          ? 0
          : daysBack(terms[at] as string, today);
    if (back !== null)
      days.push({ start: at, end: at + (/^(?:last|this) /.test(two) ? 2 : 1), day: addDays(today, -back) });
    const number = terms[at - 1] === 'the' ? numberAt(terms, at, end) : null;
    if (number?.is_ordinal && number.value <= 31 && days.every((other) => other.end <= at)) {
      const day = lastDayOfMonth(today, number.value);
      if (day && !/\bof\b/.test(terms[number.end] ?? '')) days.push({ start: at, end: number.end, day });
    }
  }
  void text;
  return days;
};

const daysBack = (term: string, today: Day): number | null => {
  const weekday = WEEKDAYS.indexOf(term);
  return weekday < 0 ? null : (weekdayOf(today) - weekday + 7) % 7;
};

/** "The ninth" as the latest ninth up to today. */
const lastDayOfMonth = (today: Day, day: number): Day | null => {
  if (day <= today.day) return { ...today, day };
  const before = addDays({ ...today, day: 1 }, -1);
  return day <= before.day ? { ...before, day } : null;
};
