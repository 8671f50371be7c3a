import type { Stretch } from '../dialogue/dialogue.ts';
import { type NumberMention, numberAt, numbersFrom } from './numbers.ts';

/**
 * Time of day as it was said. `minute` counts from midnight; where neither a.m. nor p.m. was said, `half` is null and
 * `minute` is of the first half of the day. `is_clear` tells that it cannot be another number.
 */
export type TimeMention = Stretch & { minute: number; half: 'am' | 'pm' | null; is_clear: boolean };

const HALVES: readonly [pattern: RegExp, half: 'am' | 'pm'][] = [
  [/^(?:am|in the morning|this morning|yesterday morning|tomorrow morning|a m)\b/, 'am'],
  [
    /^(?:pm|p m|in the (?:afternoon|evening)|this (?:afternoon|evening)|(?:yesterday|tomorrow) (?:afternoon|evening))\b/,
    'pm',
  ],
  [/^(?:at night|tonight|last night)\b/, 'pm'],
];

/** Words before numbers that name a thing: form DD-214, room 412. */
const NUMBERED =
  /^(?:dd|form|room|route|highway|unit|apartment|apt|building|suite|flight|extension|number|box|lot|bed)$/;

/** Numbers in a row that may be a time, at most: "six oh five". */
const MOST = 3;

/** Times of day in a stretch. Bare numbers such as "five thirty" are not clear: what was asked has to decide. */
export const timesIn = (terms: readonly string[], start: number, end: number): TimeMention[] => {
  const times: TimeMention[] = [];
  for (let at = start; at < end; ) {
    const row = numbersFrom(terms, at, end);
    // A telephone number is full of times.
    if (row.length > MOST) {
      at = (row.at(-1) as NumberMention).end;
      continue;
    }
    const time = NUMBERED.test(terms[at - 1] ?? '') ? null : timeAt(terms, at, end);
    // "In twenty nineteen" is a year.
    const isYear = time !== null && time.minute >= 19 * 60 && /^(?:in|since)$/.test(terms[at - 1] ?? '');
    if (time && !isYear) times.push(time);
    at = time?.end ?? numberAt(terms, at, end)?.end ?? at + 1;
  }
  return times;
};

const timeAt = (terms: readonly string[], start: number, end: number): TimeMention | null => {
  const base = namedAt(terms, start) ?? quarterAt(terms, start, end) ?? clockAt(terms, start, end);
  if (!base) return null;
  let { end: last, minute, is_clear } = base;
  if (terms[last] === 'oclock' && last < end) {
    last += 1;
    is_clear = true;
  }
  const after = terms.slice(last, Math.min(end, last + 3)).join(' ');
  for (const [pattern, half] of HALVES) {
    const [said] = pattern.exec(after) ?? [];
    if (said === undefined || base.half) continue;
    const isNight = half === 'pm' && /night$/.test(said) && (minute < 5 * 60 || minute >= 12 * 60);
    const noon = minute >= 12 * 60 ? minute - 12 * 60 : minute;
    const from = half === 'pm' && !isNight ? noon + 12 * 60 : noon;
    return { start, end: last + said.split(' ').length, minute: from, half: isNight ? 'am' : half, is_clear: true };
  }
  return { start, end: last, minute, half: base.half, is_clear };
};

type Clock = { end: number; minute: number; half: 'am' | 'pm' | null; is_clear: boolean };

const namedAt = (terms: readonly string[], start: number): Clock | null => {
  if (terms[start] === 'noon') return { end: start + 1, minute: 12 * 60, half: 'pm', is_clear: true };
  if (terms[start] === 'midnight') return { end: start + 1, minute: 0, half: 'am', is_clear: true };
  return null;
};

/** "Quarter past two", "half past six", "ten to nine". */
const quarterAt = (terms: readonly string[], start: number, end: number): Clock | null => {
  const at = terms[start] === 'a' ? start + 1 : start;
  const term = terms[at];
  const number = numberAt(terms, at, end);
  const minutes = term === 'quarter' ? 15 : term === 'half' ? 30 : number && number.value <= 29 ? number.value : null;
  const after = term === 'quarter' || term === 'half' ? at + 1 : (number?.end ?? at);
  const way = terms[after];
  if (minutes === null || after >= end || !['past', 'after', 'to', 'till', 'til', 'of', 'before'].includes(way ?? ''))
    return null;
  const isAfter = way === 'past' || way === 'after';
  const hour = numberAt(terms, after + 1, end);
  const isRound = minutes % 5 === 0 && minutes > 0;
  const isClear =
    term === 'quarter' ||
    (term === 'half' && isAfter) ||
    way === 'past' ||
    (way === 'after' && isRound) ||
    way === 'till' ||
    way === 'til';
  if (!hour || hour.is_ordinal || hour.value < 1 || hour.value > 12 || (term === 'half' && !isAfter) || !isClear)
    return null;
  const minute = (hour.value % 12) * 60 + (isAfter ? minutes : -minutes);
  return { end: hour.end, minute: (minute + 12 * 60) % (12 * 60), half: null, is_clear: true };
};

/** "One fifty", "six oh five", "5:40", "0412", "2130". */
const clockAt = (terms: readonly string[], start: number, end: number): Clock | null => {
  const first = numberAt(terms, start, end);
  if (!first || first.is_ordinal) return null;
  if (first.digits.length >= 3) return numberAt(terms, first.end, end) ? null : fourDigits(first);
  if (first.value > 23 || first.digits === '0') return null;
  const second = numberAt(terms, first.end, end);
  const third = second?.value === 0 && second.digits.length === 1 ? numberAt(terms, second.end, end) : null;
  if (second && third && !third.is_ordinal && third.value > 0 && third.value < 10)
    return clock(first.value, third.value, third.end);
  if (second && !second.is_ordinal && (second.digits.length === 2 || second.digits === '00') && second.value < 60)
    return clock(first.value, second.value, second.end);
  return first.value >= 1 && first.value <= 12 ? clock(first.value, 0, first.end) : null;
};

const fourDigits = ({ digits, end }: NumberMention): Clock | null => {
  const [hour, minute] = [Number(digits.slice(0, -2)), Number(digits.slice(-2))];
  return digits.length <= 4 && hour < 24 && minute < 60 && (digits.length === 3 || hour > 0 || digits.startsWith('0'))
    ? clock(hour, minute, end, digits.length === 4)
    : null;
};

const clock = (hour: number, minute: number, end: number, isFull = false): Clock => ({
  end,
  minute: (hour > 12 || (isFull && hour < 12) ? hour : hour % 12) * 60 + minute,
  half: hour > 12 || hour === 0 ? (hour > 12 ? 'pm' : 'am') : null,
  is_clear: isFull && (hour > 12 || hour === 0),
});
