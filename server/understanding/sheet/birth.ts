import { before, questionsOn, sentencesOf } from '../dialogue/answers.ts';
import type { Dialogue, Passage, Stretch } from '../dialogue/dialogue.ts';
import { type Day, isDay, isoOf, localTime, yearsBetween } from '../mentions/calendar.ts';
import { type DateMention, datesIn, yearsIn } from '../mentions/dates.ts';
import { type NumberMention, numberAt, numberRows } from '../mentions/numbers.ts';
import { type Found, finding, type Rule, textOf } from './field.ts';
import { isOfAnother } from './subject.ts';

const BIRTH = /\b(?:born|birth ?days?|birth ?date|date of birth|dob|birth|d o b|nacio|cumpleanos)\b/;
const AGE_ASKED = /\b(?:how old|what age|(?:his|her|their|whats the|and the|moms|dads) age|age)\b/;
const NOT_BIRTH = /\b(?:died|passed|married|since|moved|retired|divorced|buried|served|wedding)\b/;
const CORRECTED = /\b(?:excuse me|no|sorry|i mean|wait|actually|naw|make that)\b/;
/** Turns after a question in which its answer comes. */
const SOON = 3;
/** Tokens between a date and the one that corrects it, at most. */
const NEAR = 12;

type Birth = Stretch & Day;

/** Date of birth: a whole date in the past that is asked for or told as one, or that the age said bears out. */
export const dateOfBirth: Rule = (dialogue, found) => {
  if (textOf(found, 'call_kind') === 'other') return [];
  const today = localTime(dialogue.call.called_on)?.day;
  const ages = new Set(statedAges(dialogue).map(({ value }) => value));
  let asked = -9;
  let best: Birth | null = null;
  let open: (DateMention & { turn: number }) | null = null;
  for (const turn of dialogue.turns) {
    if (AGE_ASKED.test(turn.text) || BIRTH.test(turn.text)) asked = turn.turn;
    const isAsked = turn.turn - asked <= SOON;
    for (const date of datesIn(dialogue.terms, turn.start, turn.end)) {
      const whole = wholeDate(dialogue, turn, best, date);
      if (!whole && isAsked && date.day !== undefined) open = { ...date, turn: turn.turn };
      if (!whole || !isPlausible(whole, today, isAsked, ages)) continue;
      const words = dialogue.terms.slice(Math.max(turn.start, date.start - 6), date.start).join(' ');
      if (!(NOT_BIRTH.test(words) && !BIRTH.test(words))) best = whole;
    }
    if (best) best = correctedDay(dialogue, turn, best) ?? best;
    // The year is asked for by itself where a birthday was told without.
    if (!best && open && turn.turn - open.turn <= SOON)
      best =
        completed(
          open,
          yearsIn(dialogue.terms, Math.max(turn.start, open.end), turn.end),
          today,
          ages,
          isYear(dialogue, turn),
        ) ?? best;
  }
  return best ? finding(dialogue, 'date_of_birth', isoOf(best), best) : [];
};

/** "The thirtieth. Sorry, thirty-first": a day alone that corrects the one right before it. */
const correctedDay = ({ terms }: Dialogue, turn: Passage, best: Birth): Birth | null => {
  for (let at = Math.max(turn.start, best.end); at < Math.min(turn.end, best.end + 5); at += 1) {
    const number = numberAt(terms, at, turn.end);
    if (number?.is_ordinal && CORRECTED.test(terms.slice(best.end, at).join(' ')))
      return { ...best, day: number.value, start: at, end: number.end };
  }
  return null;
};

const completed = (
  open: DateMention,
  years: readonly NumberMention[],
  today: Day | undefined,
  ages: Set<number>,
  isAsked: boolean,
) => {
  for (const { value, start, end } of years) {
    const birth = { year: value, month: open.month ?? 0, day: open.day ?? 0, start: Math.min(start, open.start), end };
    const isNear = start - open.end < 40;
    if (isNear && isPlausible(birth, today, isAsked, ages)) return { ...birth, start: isNear ? open.start : start };
  }
  return null;
};

/** The home asks for the year in the turn before, or says it in full. */
const isYear = ({ turns }: Dialogue, { turn }: Passage): boolean => /\byear\b/.test(turns[turn - 1]?.text ?? '');

/** A day of a life: one that nobody asked for has to fit an age that was said. */
const isPlausible = (birth: Birth, today: Day | undefined, isAsked: boolean, ages: Set<number>): boolean => {
  if (!isDay(birth)) return false;
  if (!today) return isAsked;
  const years = yearsBetween(birth, today);
  if (years < 0 || years > 115 || (years === 0 && !isAsked)) return false;
  return isAsked || (years > 17 && (ages.has(years) || ages.has(years - 1)));
};

/** A date with its year; a day that corrects the one before it takes that one's year. */
const wholeDate = (dialogue: Dialogue, turn: Passage, best: Birth | null, date: DateMention): Birth | null => {
  const { start, end, year, month, day } = date;
  if (month === undefined || day === undefined) return null;
  if (year !== undefined) return { start, end, year, month, day };
  if (!best || start - best.end > NEAR) return null;
  const between = dialogue.terms.slice(best.end, start).join(' ');
  const after = dialogue.terms.slice(end, Math.min(turn.end, end + 4)).join(' ');
  return CORRECTED.test(between) || CORRECTED.test(after) ? { start, end, year: best.year, month, day } : null;
};

const NOT_YET =
  /\b(?:would|wouldve|have been|going on|almost|nearly|turning|turn|turns|be|been)\b|\b(?:gone|for|since|last|in|about|after|number|room|like)$/;
const NOT_AGE =
  /^(?:minutes?|hours?|oclock|am|pm|pounds?|lbs?|dollars?|people|days|weeks|months|of|percent|stairs|steps|feet|foot|miles|in the|years(?! old)|kilos?|grand|thousand|to|by|thirty|west|east|north|south|grandkids|kids|children|siblings|brothers|sisters)\b/;
const TOLD = /\b(?:he|she|hes|shes|im|was|is|aged|age|just turned|turned|thats|so|makes (?:him|her)|no|only)$/;

/** Age in whole years. One that the date of birth bears out goes before any other. */
export const decedentAge: Rule = (dialogue, found) => {
  if (textOf(found, 'call_kind') === 'other') return [];
  const today = localTime(dialogue.call.called_on)?.day;
  const birth = localTime(`${found.get('date_of_birth')?.value ?? ''}T00:00`)?.day;
  if (today && birth) {
    const years = yearsBetween(birth, today);
    const stated = statedAges(dialogue).filter(({ value }) => value === years);
    const best = stated.findLast(({ isTold }) => isTold) ?? stated.at(0);
    return best ? finding(dialogue, 'decedent_age', years, best) : [];
  }
  const answers = answeredAges(dialogue);
  const told = toldAges(dialogue, found);
  const chosen = answers.at(-1) ?? told.at(-1);
  return chosen ? finding(dialogue, 'decedent_age', chosen.value, chosen) : [];
};

type Age = NumberMention & { isTold: boolean };

/** First turn that answers with a number, with one that corrects it right after. */
const answeredAges = (dialogue: Dialogue): Age[] =>
  questionsOn(dialogue, AGE_ASKED).flatMap(({ turn }) => {
    const answers = dialogue.turns
      .slice(turn.turn + 1, turn.turn + 1 + SOON)
      .map(({ sentences }) => sentences.flatMap((sentence) => agesIn(dialogue, sentence)));
    const first = answers.findIndex((ages) => ages.length > 0);
    if (first < 0) return [];
    const next = answers[first + 1]?.filter(({ start }) => isCorrection(dialogue, start)) ?? [];
    const later = (answers[first] ?? []).filter(
      ({ start, end }, place) => place === 0 || isCorrection(dialogue, start) || isAlone(dialogue, start, end),
    );
    return [...later, ...next];
  });

/** "Eighty-five. Eighty-six!" A number that is all of a sentence. */
const isAlone = ({ tokens }: Dialogue, start: number, end: number): boolean =>
  /[.?]/.test(tokens[start - 1]?.ends ?? '') && /[.?]/.test(tokens[end - 1]?.ends ?? '');

const isCorrection = ({ terms }: Dialogue, start: number): boolean =>
  terms[start - 1] === 'so' || CORRECTED.test(terms.slice(Math.max(0, start - 4), start).join(' '));

const statedAges = (dialogue: Dialogue): Age[] =>
  sentencesOf(dialogue).flatMap((sentence) => agesIn(dialogue, sentence));

/** Numbers that can be an age, without those that somebody has not reached. */
const agesIn = ({ terms, tokens }: Dialogue, passage: Passage): Age[] =>
  numberRows(terms, passage.start, passage.end).flatMap((row) => {
    const [number] = row;
    if (!number || row.length > 1 || number.is_ordinal || number.value > 112) return [];
    const words = before(passage, number.start).split(' ').slice(-3).join(' ');
    const after = terms.slice(number.end, number.end + 2).join(' ');
    const isYears = /^years? old/.test(after);
    const isShort = /^['’]/.test(tokens[number.start]?.text ?? '');
    if (isShort || NOT_AGE.test(after) || (number.value < 15 && !isYears)) return [];
    return NOT_YET.test(words) && !/\bno$/.test(words) ? [] : [{ ...number, isTold: isYears || TOLD.test(words) }];
  });

const toldAges = (dialogue: Dialogue, found: Found): Age[] =>
  sentencesOf(dialogue).flatMap((sentence) =>
    agesIn(dialogue, sentence).filter(({ start, end, value }) => {
      const isYears = /^years? old/.test(dialogue.terms.slice(end, end + 2).join(' '));
      const words = before(sentence, start);
      const isTold =
        value >= 18 && /\b(?:hes|shes|(?:he|she) (?:is|was|(?:just )?turned))$/.test(words) && isClause(dialogue, end);
      return (isYears || isTold) && !isOfAnother(dialogue, found, sentence, start);
    }),
  );

/** A number that ends a clause, as ages do: "she's eighty-six and", "he was 76." */
const isClause = ({ tokens, terms }: Dialogue, end: number): boolean =>
  !!tokens[end - 1]?.ends ||
  tokens[end]?.turn !== tokens[end - 1]?.turn ||
  ['and', 'her', 'his', 'he', 'she', 'years', 'but', 'so', 'it', 'with', 'next', 'in', 'last', 'this'].includes(
    terms[end] ?? '',
  );
