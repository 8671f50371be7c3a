import type { Dialogue, DialogueTurn, Stretch } from '../dialogue/dialogue.ts';
import { numberAt } from './numbers.ts';

/** Telephone number of ten digits, with the tokens that say it last. */
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
export const telephoneNumbers = ({ terms, turns }: Dialogue): TelephoneNumber[] => {
  const numbers: TelephoneNumber[] = [];
  let open: Run | null = null;
  for (const turn of turns) {
    for (const run of runsIn(terms, turn)) {
      const between: string = open ? terms.slice(open.end, run.start).join(' ') : '';
      const merged: Run | null = open && joined(open, run, between, turns);
      const current: Run = merged ?? run;
      const digits = tenDigits(current.digits);
      if (digits) {
        if (merged && numbers.at(-1)?.end === open?.end) numbers.pop();
        numbers.push({ ...current, digits });
      }
      open = current;
    }
    if (open && turn.turn - open.turn > 3) open = null;
  }
  return numbers.filter(({ end, turn }) => {
    const after = terms.slice(end, Math.min(end + 10, turns[turn]?.end ?? end)).join(' ');
    return !WITHDRAWN.test(after);
  });
};

/** Rows of digits in a turn, each as long as its speaker goes on. */
const runsIn = (terms: readonly string[], { start, end, turn }: DialogueTurn): Run[] => {
  const runs: Run[] = [];
  for (let at = start; at < end; ) {
    let digits = '';
    let last = at;
    for (let place = at; place < end; ) {
      const piece = pieceAt(terms, place, end);
      if (!piece) {
        if (digits && BETWEEN.has(terms[place] as string) && pieceAt(terms, place + 1, end)) place += 1;
        else break;
        continue;
      }
      digits += piece.digits;
      place = piece.end;
      last = place;
    }
    if (digits.length >= 3) runs.push({ digits, start: at, end: last, turn });
    at = Math.max(last, at + 1);
  }
  return runs;
};

const pieceAt = (terms: readonly string[], place: number, end: number): { digits: string; end: number } | null => {
  if (place >= end) return null;
  const times = REPEATS[terms[place] as string];
  const number = numberAt(terms, times ? place + 1 : place, end);
  if (!number || number.is_ordinal) return null;
  return { digits: times ? number.digits.repeat(times) : number.digits, end: number.end };
};

/** One number out of two rows: said over two turns, or the second in place of the first's last digits. */
const joined = (open: Run, run: Run, between: string, turns: readonly DialogueTurn[]): Run | null => {
  const words = between === '' ? 0 : between.split(' ').length;
  const sameVoice = turns[open.turn]?.side === turns[run.turn]?.side;
  if (!sameVoice || run.turn - open.turn > 3) return null;
  const whole = { start: open.start, end: run.end, turn: run.turn };
  const [before, after] = [open.digits, run.digits];
  if (CORRECTION.test(between) && words <= CORRECTION_WORDS && before.length >= 7) {
    if (after.length !== 4 && after.length !== 7) return null;
    return { ...whole, start: run.start, digits: before.slice(0, 10 - after.length) + after };
  }
  if (before.length + after.length <= 10 && before.length < 10 && words <= ECHO_WORDS && before.length >= 3)
    return { ...whole, digits: before + after };
  return null;
};

/** Ten digits of a row, without the country's 1, and without the end said twice. */
const tenDigits = (digits: string): string | null => {
  if (digits.length === 10) return /^[2-9]/.test(digits) ? digits : null;
  if (digits.length === 11 && digits.startsWith('1')) return digits.slice(1);
  if (digits.length > 10 && digits.length <= 14 && digits.slice(0, 10).endsWith(digits.slice(10)))
    return digits.slice(0, 10);
  return null;
};
