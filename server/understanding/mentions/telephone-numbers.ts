import type { Dialogue, DialogueTurn, Stretch } from '../dialogue/dialogue.ts';
import { numberAt } from './numbers.ts';

/** Telephone number of ten digits, or of seven where no area code was said, with the tokens that say it last. */
export type TelephoneNumber = Stretch & { digits: string; turn: number };

type Run = Stretch & { digits: string; turn: number };

const REPEATS: Record<string, number> = { double: 2, triple: 3 };
/** Words inside a number that do not end it. */
const BETWEEN = new Set(['and', 'dash', 'then', 'area', 'code', 'is']);
const CORRECTION = /\b(?:no|naw|sorry|wait|excuse me|i mean|actually|correction|scratch that|rather)\b/;
const WITHDRAWN = /\b(?:old (?:one|number)|cut (?:that|it) off|disconnected|not that one|wrong number)\b/;
/** Words that one may say in the middle of a correction: "no, sorry, let me look, I never call myself". */
const CORRECTION_WORDS = 14;
const ECHO_WORDS = 6;

/** Telephone numbers of a call, each as it was corrected, in the order in which they were said. */
export const telephoneNumbers = (dialogue: Dialogue): TelephoneNumber[] => {
  const { terms, turns } = dialogue;
  const numbers: TelephoneNumber[] = [];
  const opens = new Map<DialogueTurn['side'], Run>();
  const runs: Run[] = [];
  for (const turn of turns)
    for (const run of runsIn(dialogue, turn)) {
      const open = opens.get(turn.side) ?? null;
      const last = numbers.at(-1);
      const corrected = last && correctedBy(dialogue, last, run);
      const merged: Run | null = corrected ? null : open && joined(open, run, betweenWords(terms, open, run));
      const current: Run = corrected ?? merged ?? run;
      const digits = tenDigits(current.digits);
      if (corrected || (digits && merged && last?.end === open?.end)) numbers.pop();
      // A read-back that differs from what was said waits for its yes or no.
      if (digits && !(turn.side === 'ours' && last && isMisread(last, digits))) numbers.push({ ...current, digits });
      opens.set(turn.side, current);
      runs.push(current);
    }
  const all = [...numbers, ...localNumbers(runs, numbers)].sort((one, other) => one.start - other.start);
  return all.filter(({ end, turn }) => {
    const after = terms.slice(end, Math.min(end + 10, turns[turn]?.end ?? end)).join(' ');
    return !WITHDRAWN.test(after);
  });
};

/** Numbers of seven digits that are part of no longer one. An area code that follows soon is theirs. */
const localNumbers = (runs: readonly Run[], numbers: readonly TelephoneNumber[]): TelephoneNumber[] =>
  runs.flatMap((run, place) => {
    const { digits } = run;
    const isPart = numbers.some((one) => one.digits.endsWith(digits) || (one.start <= run.start && run.end <= one.end));
    if (digits.length !== 7 || !/^[2-9]/.test(digits) || isPart) return [];
    const next = runs[place + 1];
    const area = next && next.turn - run.turn <= 1 && next.digits.length === 3 ? next.digits : '';
    return [{ ...run, digits: area + digits }];
  });

/** Rows of digits in a turn, each as long as its speaker goes on. */
const runsIn = ({ terms, tokens }: Dialogue, { start, end, turn }: DialogueTurn): Run[] => {
  const runs: Run[] = [];
  for (let at = start; at < end; ) {
    let digits = '';
    let last = at;
    for (let place = at; place < end; ) {
      const piece = pieceAt(tokens, terms, place, clauseEnd(tokens, place, end));
      if (!piece) {
        if (!digits || !BETWEEN.has(terms[place] as string) || !pieceAt(tokens, terms, place + 1, end)) break;
        place += 1;
        continue;
      }
      digits += piece.digits;
      place = piece.end;
      last = place;
      if (tokens[place - 1]?.ends === '.') break;
    }
    if (digits.length >= 3) runs.push({ digits: onceOnly(digits), start: at, end: last, turn });
    at = Math.max(last, at + 1);
  }
  return runs;
};

/** Last four digits said twice in a row, or before the whole number, once. */
const onceOnly = (digits: string): string =>
  (digits.length === 8 || digits.length === 14) && digits.slice(0, 4) === digits.slice(-4) ? digits.slice(4) : digits;

const clauseEnd = (tokens: Dialogue['tokens'], place: number, end: number): number => {
  let at = place;
  while (at < end && !tokens[at]?.ends) at += 1;
  return Math.min(end, at + 1);
};

/** Digits as telephone numbers have them: one by one, by twos, as "eight hundred", or written in groups. No amounts. */
const pieceAt = (
  tokens: Dialogue['tokens'],
  terms: readonly string[],
  place: number,
  end: number,
): { digits: string; end: number } | null => {
  if (place >= end) return null;
  const times = REPEATS[terms[place] as string];
  const number = numberAt(terms, times ? place + 1 : place, end);
  if (!number || number.is_ordinal || tokens[place]?.text.includes('$') || terms[number.end] === 'dollars') return null;
  const isWritten = /^\d+$/.test(terms[number.start] as string);
  if (!isWritten && number.digits.length > 2 && !/^[1-9]00$/.test(number.digits)) return null;
  return { digits: times ? number.digits.repeat(times) : number.digits, end: number.end };
};

const isMisread = ({ digits }: TelephoneNumber, other: string): boolean =>
  digits !== other && digits.slice(0, 6) === other.slice(0, 6);

/** Number whose last digits the caller says anew: after "no, sorry", or right after it was read back. */
const correctedBy = ({ terms, turns }: Dialogue, last: TelephoneNumber, run: Run): Run | null => {
  const { digits } = run;
  if (last.digits.endsWith(digits)) return null;
  if (digits.length !== 3 && digits.length !== 4 && digits.length !== 7) return null;
  const turn = turns[run.turn] as DialogueTurn;
  if (turn.side === 'ours' || run.turn - last.turn > 3) return null;
  const between = terms.slice(Math.max(last.end, turn.start - 30), run.start).join(' ');
  const lead = terms.slice(turn.start, run.start).join(' ');
  const isAnswer = run.turn > last.turn && run.start - turn.start <= 4 && run.turn - last.turn <= 2;
  const isSaidAnew = run.turn === last.turn && CORRECTION.test(between) && run.start - last.end <= CORRECTION_WORDS;
  const corrects = isSaidAnew || (isAnswer && (digits.length === 4 || CORRECTION.test(lead)));
  if (!corrects || (digits.length === 3 && !CORRECTION.test(lead))) return null;
  return { ...run, digits: last.digits.slice(0, 10 - digits.length) + digits };
};

/** Words between two rows of digits, without numbers, which are an echo. */
const betweenWords = (terms: readonly string[], open: Run, run: Run): string =>
  terms
    .slice(open.end, run.start)
    .filter((_term, place) => !numberAt(terms, open.end + place, open.end + place + 1))
    .join(' ');

/** One number out of two rows: said over two turns, or the second in place of the first's last digits. */
const joined = (open: Run, run: Run, between: string): Run | null => {
  const words = between === '' ? 0 : between.split(' ').length;
  if (run.turn - open.turn > 3) return null;
  const [before, after] = [open.digits, run.digits];
  const whole = { start: open.start, end: run.end, turn: run.turn };
  if (CORRECTION.test(between) && words <= CORRECTION_WORDS && before.length >= 7 && before.length < 10)
    return after.length === 4 || after.length === 7
      ? { ...whole, start: run.start, digits: before.slice(0, 10 - after.length) + after }
      : null;
  if (words > ECHO_WORDS) return null;
  // "Five five five, oh one nine." "One nine what?" "Oh one nine four."
  if (before.length > 6 && before.length < 10 && after.length === 4 && after.startsWith(before.slice(6)))
    return { ...whole, digits: before.slice(0, 6) + after };
  if (before.length + after.length > 10) return null;
  return { ...whole, digits: before + after };
};

/** Ten digits of a row, without the country's 1, and without the end said twice. */
const tenDigits = (digits: string): string | null => {
  if (digits.length === 10) return /^[2-9]/.test(digits) ? digits : null;
  if (digits.length === 11 && digits.startsWith('1')) return digits.slice(1);
  if (digits.length > 11 && digits.length <= 14 && digits.slice(0, 10).endsWith(digits.slice(10)))
    return digits.slice(0, 10);
  return null;
};
