import { before, questionsOn, sentencesOf } from '../dialogue/answers.ts';
import { type Dialogue, matchesIn, type Passage, type Stretch } from '../dialogue/dialogue.ts';
import { addDays, type Day, isDay, isoOf, localTime, yearsBetween } from '../mentions/calendar.ts';
import { type DateMention, datesIn } from '../mentions/dates.ts';
import { numberRows } from '../mentions/numbers.ts';
import { type Found, finding, type Rule } from './field.ts';
import { isOfAnother } from './subject.ts';

const BIRTH = /\b(?:born|birth ?day|birth ?date|date of birth|dob|birth|d o b|nacio)\b/;
const AGE_ASKED = /\b(?:how old|what age|(?:his|her|their|whats the|and the) age|age)\b/;
const WOULD = /\b(?:would|wouldve|shouldve|going on|almost|nearly|turning|turn|be|next)\b/;
const AGE_TOLD = /\b(?:he|she|hes|shes|was|is|age|aged|im|at|just turned|turned|no|about|only|okay|actually)$/;
const NOT_AGE =
  /^(?:minutes?|hours?|oclock|am|pm|pounds?|lbs?|dollars?|th|people|days|weeks|months|of|percent|steps|stairs|feet|foot|miles|in the)\b/;
const CORRECTED = /\b(?:excuse me|no|sorry|i mean|wait|actually|naw)\b/;

/** Date of birth: a whole date in the past that is asked for or told as one, as it was corrected last. */
export const dateOfBirth: Rule = (dialogue, found) => {
  const today = localTime(dialogue.call.called_on)?.day ?? { year: 2100, month: 1, day: 1 };
  let asked = -9;
  let best: (Stretch & Day) | null = null;
  for (const turn of dialogue.turns) {
    if (AGE_ASKED.test(turn.text) || BIRTH.test(turn.text)) asked = turn.turn;
    for (const date of datesIn(dialogue.terms, turn.start, turn.end)) {
      const whole = wholeDate(dialogue, turn, best, date);
      if (!whole || !isDay(whole) || whole.year > today.year - 1 || yearsBetween(whole, today) > 115) continue;
      if (turn.turn - asked > 3 && (!best || yearsBetween(whole, today) < 18)) continue;
      const around = dialogue.terms.slice(Math.max(turn.start, date.start - 8), date.start).join(' ');
      if (/\b(?:died|passed|married|since|moved|retired|divorced)\b/.test(around) && !BIRTH.test(around)) continue;
      best = whole;
    }
  }
  void found;
  return best ? finding(dialogue, 'date_of_birth', isoOf(best), best) : [];
};

/** A date with its year; a day that corrects the one before it takes that one's year. */
const wholeDate = (dialogue: Dialogue, turn: Passage, best: (Stretch & Day) | null, date: DateMention) => {
  const { start, end, year, month, day } = date;
  if (month === undefined || day === undefined) return null;
  if (year !== undefined) return { start, end, year, month, day };
  if (!best || best.start < turn.start - 40) return null;
  const between = dialogue.terms.slice(best.end, start).join(' ');
  const after = dialogue.terms.slice(end, Math.min(turn.end, end + 4)).join(' ');
  const isNear = start - best.end < 12;
  return isNear && (CORRECTED.test(between) || CORRECTED.test(after))
    ? { start, end, year: best.year, month, day }
    : null;
};

/** Age in whole years. One that the date of birth bears out goes before any other. */
export const decedentAge: Rule = (dialogue, found) => {
  const told = [...answeredAges(dialogue), ...toldAges(dialogue, found)].sort((one, other) => one.start - other.start);
  const today = localTime(dialogue.call.called_on)?.day;
  const birth = localTime(`${found.get('date_of_birth')?.value ?? ''}T00:00`)?.day;
  const exact = today && birth ? yearsBetween(birth, today) : null;
  const recent = today && birth ? yearsBetween(birth, addDays(today, -4)) : null;
  const borneOut = told.findLast(({ value }) => value === exact || value === recent);
  const chosen = borneOut ?? (exact === null ? told.at(-1) : undefined);
  return chosen ? finding(dialogue, 'decedent_age', chosen.value, chosen) : [];
};

type Age = Stretch & { value: number };

const answeredAges = (dialogue: Dialogue): Age[] =>
  questionsOn(dialogue, AGE_ASKED).flatMap(({ turn }) =>
    dialogue.turns
      .slice(turn.turn + 1, turn.turn + 4)
      .flatMap((answer) => agesIn(dialogue, answer).slice(0, answer.turn === turn.turn + 1 ? 2 : 1)),
  );

/** Numbers that can be an age, without those that somebody has not reached. */
const agesIn = ({ terms, tokens }: Dialogue, passage: Passage): Age[] =>
  numberRows(terms, passage.start, passage.end).flatMap((row) => {
    const [number] = row;
    if (!number || row.length > 1 || number.is_ordinal || number.value > 112) return [];
    const words = before(passage, number.start).split(' ').slice(-5).join(' ');
    const after = terms.slice(number.end, number.end + 2).join(' ');
    const isOf = tokens[number.start - 1]?.term === 'in';
    return WOULD.test(words) || NOT_AGE.test(after) || isOf ? [] : [number];
  });

const toldAges = (dialogue: Dialogue, found: Found): Age[] =>
  sentencesOf(dialogue).flatMap((sentence) =>
    agesIn(dialogue, sentence).filter(({ start, end, value }) => {
      const isYears = /^(?:years? old|year old|yrs old)/.test(dialogue.terms.slice(end, end + 2).join(' '));
      const words = before(sentence, start);
      const isTold =
        value >= 18 &&
        /\b(?:he|she|hes|shes|im)(?: is| was|s)?$/.test(words) &&
        AGE_TOLD.test(words) &&
        isClause(dialogue, end);
      return (isYears || isTold) && !isOfAnother(dialogue, found, sentence, start);
    }),
  );

/** A number that ends a clause, as ages do: "she's eighty-six and", "he was 76." */
const isClause = ({ tokens, terms }: Dialogue, end: number): boolean =>
  !!tokens[end - 1]?.ends ||
  tokens[end]?.turn !== tokens[end - 1]?.turn ||
  ['and', 'her', 'his', 'he', 'she', 'years', 'but', 'so', 'it', 'her'].includes(terms[end] ?? '');

void matchesIn;
