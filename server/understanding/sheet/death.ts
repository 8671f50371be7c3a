import { questionsOn } from '../dialogue/answers.ts';
import { type Dialogue, type DialogueTurn, matchesIn, type Sentence, type Stretch } from '../dialogue/dialogue.ts';
import { addDays, type Day, isoOf, localTime } from '../mentions/calendar.ts';
import { recentDaysIn } from '../mentions/recent-days.ts';
import { type TimeMention, timesIn } from '../mentions/times-of-day.ts';
import { once } from '../once-per-call.ts';
import { finding, type Rule, said, textOf } from './field.ts';

const DEATH =
  /\b(?:passed|died|pronounc\w*|expired|time of death|call(?:ed|ing) it|(?:stopped|quit|stop) breath\w*|took (?:his|her) last|(?:was|were|is|hes|shes) gone|went at|wrote|put(?: it)?(?: down)?|declared|(?:on|the) (?:paper|certificate|card)|we use|go by|breathing)\b/g;
const TIME_ASKED =
  /\b(?:what time|(?:the|and|whats the|a) time|time of (?:death|passing)|when (?:did|was|were|she|he|exactly)|pronounce\w*)\b/;
const NOT_DEATH =
  /\b(?:found|last seen|looked in|come|coming|arrive|there by|be there|ready|appointment|visitation|service|call (?:you|me|him|her|back)|called (?:at|me|them|the|you)|fell|admitted|open|opens|until|till|before|after|checked|texted|got (?:here|there|up)|ambulance|called me|came|meet|alarm|they called(?! it)|its|is it now|released?|cleared)\b/;
/** Tokens between a time and the words that make it the time of death, at most. */
const NEAR = 7;
/** Turns after the question in which the time is settled. */
const SOON = 4;

/** Time of death as it was said last, where it was asked for or told as one. */
export const timeOfDeath: Rule = (dialogue, found) => {
  if (!['at_need', 'trade'].includes(textOf(found, 'call_kind'))) return [];
  const time = deathTime(dialogue);
  if (!time) return [];
  return finding(dialogue, 'time_of_death', said(dialogue, time), time);
};

const deathTime = once((dialogue: Dialogue): TimeMention | undefined => {
  const asked = questionsOn(dialogue, TIME_ASKED).map(({ turn }) => turn.turn);
  const isAsked = ({ turn }: DialogueTurn) => asked.some((one) => turn > one && turn <= one + SOON);
  const times: (TimeMention & { isNamed: boolean })[] = [];
  for (const turn of dialogue.turns) {
    const isSettling = () => isAsked(turn) || (times.length > 0 && turn.turn - turnOf(dialogue, times.at(-1)) <= 2);
    if (turn.side === 'ours' && !isSettling()) continue;
    for (const sentence of turn.sentences)
      for (const time of timesIn(dialogue.terms, sentence.start, sentence.end)) {
        const isNamed = isNearDeath(sentence, time);
        if (!isNamed && !(isSettling() && isPlain(dialogue, sentence, time))) continue;
        if (!isNamed && isOther(dialogue, sentence, time)) continue;
        if (time.is_clear || time.end - time.start > 1 || /^\d{3,4}$/.test(dialogue.terms[time.start] as string))
          times.push({ ...time, isNamed });
      }
  }
  const named = times.filter(({ isNamed }) => isNamed);
  const last = times.at(-1);
  const lastNamed = named.at(-1);
  // A read-back or a correction follows soon; a bare time much later is of something else.
  if (!lastNamed || !last) return last;
  return turnOf(dialogue, last) - turnOf(dialogue, lastNamed) <= 2 ? last : lastNamed;
});

const turnOf = ({ tokens }: Dialogue, stretch: Stretch | undefined): number => tokens[stretch?.start ?? -1]?.turn ?? -9;

const isNearDeath = (sentence: Sentence, time: TimeMention): boolean => {
  const cues = matchesIn(sentence, DEATH);
  const others = matchesIn(sentence, NOT_DEATH);
  const distance = ({ start, end }: Stretch) => (end <= time.start ? time.start - end : start - time.end + 2);
  const nearest = Math.min(...cues.map(distance));
  return nearest <= NEAR && nearest < Math.min(...others.filter(({ end }) => end <= time.start).map(distance), 99);
};

/** A time that stands for itself, as an answer or as it is read back. */
const isPlain = ({ terms }: Dialogue, { start, end }: Sentence, time: TimeMention): boolean =>
  time.start - start <= 6 ||
  end - time.end <= 2 ||
  /\b(?:at|about|around)$/.test(terms.slice(start, time.start).join(' '));

const isOther = ({ terms }: Dialogue, { start }: Sentence, time: TimeMention): boolean =>
  NOT_DEATH.test(terms.slice(Math.max(start, time.start - 6), time.start).join(' '));

const HAPPENED =
  /\b(?:passed|died|pronounced|expired|date of death|time of death|called it|happened|(?:was|been|is) gone|(?:stopped|quit) breathing|putting|going to say|wrote)\b/;

/** Date of death: the day that is named with it, else the day of the call where the time tells so. */
export const dateOfDeath: Rule = (dialogue, found) => {
  if (!['at_need', 'trade'].includes(textOf(found, 'call_kind'))) return [];
  const now = localTime(dialogue.call.called_on);
  if (!now) return [];
  const time = deathTime(dialogue);
  const named = namedDay(dialogue, now.day, time);
  if (named) return finding(dialogue, 'date_of_death', isoOf(named.day), named, ...(time ? [time] : []));
  if (!time) return [];
  const sure = time.half !== null || time.minute >= 12 * 60;
  const evening = time.minute + 12 * 60;
  const minute = !sure && evening <= now.minute && now.minute - evening < 6 * 60 ? evening : time.minute;
  // A time that is yet to come today was yesterday's.
  return finding(dialogue, 'date_of_death', isoOf(minute > now.minute + 5 ? addDays(now.day, -1) : now.day), time);
};

/** Days before a call in which a death happened that it is about. */
const RECENT = 7;

type NamedDay = Stretch & { day: Day };

const WHEN_ASKED =
  /\b(?:when did (?:he|she|they|your \w+|this)|when was (?:that|it)|what day|date of death|and when did)\b/;

/** Last day that stands by the time of death or in words about the death itself. */
const namedDay = (dialogue: Dialogue, today: Day, time: TimeMention | undefined): NamedDay | null => {
  const byTime: NamedDay[] = [];
  const byWords: NamedDay[] = [];
  const answers = new Set(questionsOn(dialogue, WHEN_ASKED).map(({ answer }) => answer.turn));
  for (const turn of dialogue.turns)
    for (const sentence of turn.sentences) {
      const days = recentDaysIn(dialogue.terms, sentence.start, sentence.end, today);
      if (time && time.start >= sentence.start && time.end <= sentence.end)
        byTime.push(
          ...days.filter((day) => gap(day, time) <= 6).sort((one, other) => gap(other, time) - gap(one, time)),
        );
      if (answers.has(turn.turn) && sentence.start === turn.start) byWords.push(...days);
      for (const cue of matchesIn(sentence, HAPPENED))
        byWords.push(
          ...days.filter(
            ({ start, end }) => start - cue.end <= 5 && cue.start - end <= 3 && !isOfOther(dialogue, sentence, cue),
          ),
        );
    }
  const recent = isoOf(addDays(today, -RECENT));
  return byTime.at(-1) ?? byWords.findLast(({ day }) => isoOf(day) >= recent) ?? null;
};

const gap = (one: Stretch, other: Stretch): number =>
  Math.min(Math.abs(one.start - other.end), Math.abs(other.start - one.end));

/** "Her husband died on this date": the death of somebody else. */
const isOfOther = ({ terms }: Dialogue, { start }: Sentence, cue: Stretch): boolean =>
  /\b(?:husband|wife|brother|sister|mother|father|mama|daddy|mom|dad|son|daughter)s?$/.test(
    terms.slice(start, cue.start).join(' '),
  ) && /\b(?:his|her|our|the)\b/.test(terms.slice(Math.max(start, cue.start - 3), cue.start).join(' '));
