import type { Cue } from './cues.ts';
import { datesIn, type SpokenDate, yearIn } from './dates.ts';
import { digitGroups } from './digit-groups.ts';
import type { Secret } from './secrets.ts';
import type { Token } from './tokens.ts';

/** Words that may come before a date, and between one and another that corrects it. */
const [REACH, RIGHT_BEHIND] = [45, 6];
/** Words of a turn before a cue that may hold its date: "August 14th, 1958 is her birthday". */
const BEFORE = 14;

/**
 * Finds dates of birth: the dates that come after words such as "born" or right after the age that they make in the year
 * of the call, one that the same turn names so behind it, and every place where such a date is said again with its year.
 */
export const birthsIn = (cues: readonly Cue[], tokens: readonly Token[], called_on: string | null): Secret[] => {
  const all = datesIn(tokens, 0, tokens.length);
  let next = tokens.length;
  const named = cues.toReversed().flatMap((cue) => {
    if (cue.kind === null) next = cue.at;
    if (cue.kind !== 'date_of_birth') return [];
    const limit = Math.min(next, cue.end + 3 * REACH);
    next = cue.at;
    const dates = datesBehind(cue, limit, tokens);
    return dates.length > 0 ? dates : namedBehind(cue, tokens);
  });
  const year = Number(called_on?.slice(0, 4) ?? Number.NaN);
  const births = [...named, ...all.filter((date) => followsItsAge(date, year, tokens))];
  const keyOf = ({ month, day, year }: SpokenDate) => `${month} ${day} ${year}`;
  const known = new Set(births.filter(({ year }) => year !== null).map(keyOf));
  const again = all.filter((date) => known.has(keyOf(date)));
  return [...births, ...again].map(({ pieces }) => ({ kind: 'date_of_birth', pieces }));
};

/** "I'm eighty-four, July thirtieth, nineteen forty-one". */
const followsItsAge = ({ pieces, year }: SpokenDate, year_of_call: number, tokens: readonly Token[]): boolean => {
  const start = pieces[0]?.start ?? 0;
  if (year === null || Number.isNaN(year_of_call)) return false;
  const [before] = digitGroups(tokens.slice(Math.max(0, start - 3), start)).slice(-1);
  const age = Number(before?.pieces.at(-1)?.digits ?? Number.NaN);
  const years = year_of_call - Number(year) - age;
  return age > 17 && (years % 100 === 0 || years % 100 === 1);
};

const isSameDay = (one: SpokenDate, other: SpokenDate): boolean => one.day === other.day && one.month === other.month;

/** Dates behind a cue: the first, one right behind it that corrects it, that day said again, and its year. */
const datesBehind = ({ end }: Cue, limit: number, tokens: readonly Token[]): SpokenDate[] => {
  const found: SpokenDate[] = [];
  for (const date of datesIn(tokens, end, limit)) {
    const before = found.at(-1);
    const gap = (date.pieces[0]?.start ?? 0) - (before?.pieces.at(-1)?.end ?? end);
    const goesOn = !before || gap <= RIGHT_BEHIND || isSameDay(date, before);
    if (gap > REACH || !goesOn) break;
    found.push(date);
  }
  const last = found.at(-1);
  const from = last?.pieces.at(-1)?.end ?? end;
  const year = last?.year === null ? yearIn(tokens, from, Math.min(limit, from + RIGHT_BEHIND)) : null;
  if (last && year) found.push({ ...last, pieces: year });
  return found;
};

const namedBehind = ({ at }: Cue, tokens: readonly Token[]): SpokenDate[] => {
  const turn = tokens[at]?.turn;
  let from = at;
  while (from > 0 && at - from < BEFORE && tokens[from - 1]?.turn === turn) from -= 1;
  return datesIn(tokens, from, at).slice(-1);
};
