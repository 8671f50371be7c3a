import type { DigitGroup } from './digit-groups.ts';
import type { DigitPiece, Token } from './tokens.ts';

const UNIT =
  /^(?:dollars?|bucks?|cents?|percent|pounds|lbs?|kilos?|years?|yrs?|months?|weeks?|days?|hours?|minutes?|seconds?|miles?|blocks?|people|persons?|guests|steps|stairs|feet|foot|inch(?:es)?|oclock|am|pm|times|copies|roses|cars?|kids|children|grandchildren|thousand|million|hundred|grand|dolares|años|anos|libras)$/;
const STREET =
  /^(?:street|st|road|rd|drive|dr|avenue|ave|lane|ln|court|ct|boulevard|blvd|way|place|circle|highway|hwy|pike|terrace|calle|parkway|trail)$/;
const BEFORE =
  /^(?:at|until|till|by|before|around|age|aged|room|unit|apartment|apt|suite|exit|highway|route|interstate|bed|floor|extension|ext|psalm|chapter|verse|hymn|page|spot|level|lot|gate|table|section|grave|row|model)$/;

/** Tells whether digits are a quantity, a time of day, or a house's or a room's number: nothing that anybody keeps secret. */
export const isQuantity = ({ pieces, digits }: DigitGroup, tokens: readonly Token[]): boolean => {
  const first = pieces[0] as DigitPiece;
  const last = pieces.at(-1) as DigitPiece;
  const term = (at: number) => tokens[at]?.term ?? '';
  const inside = tokens.slice(first.start, last.end);
  if (
    inside.some(
      ({ term, text }) => (digits.length <= 8 && /^(?:thousand|million)$/.test(term)) || /[$€£%]|\d\.\d\d\b/.test(text),
    )
  )
    return true;
  if (UNIT.test(term(last.end)) && tokens[last.end]?.turn === tokens[first.start]?.turn) return true;
  if (digits.length > 5) return false;
  const behind = [0, 1, 2].map((next) => term(last.end + next));
  return (
    BEFORE.test(term(first.start - 1)) ||
    behind.some((next) => STREET.test(next)) ||
    /^\d{1,2}:\d\d/.test(inside[0]?.text ?? '')
  );
};
