import { questionsOn, sentencesOf } from '../dialogue/answers.ts';
import type { Dialogue } from '../dialogue/dialogue.ts';
import { addressesIn, houseNumber } from '../mentions/addresses.ts';
import { nameAt } from '../mentions/names.ts';
import { numberAt, numbersFrom } from '../mentions/numbers.ts';
import { finding, isFetching, type Rule, textOf } from './field.ts';
import { ELSEWHERE, STAFF } from './place.ts';

/** Address of the place where the person is, with the house's number as it was corrected. */
export const placeAddress: Rule = (dialogue, found) => {
  if (!isFetching(found)) return [];
  const told = dialogue.turns.flatMap((turn) =>
    addressesIn(dialogue, turn).map((one) => ({ ...one, side: turn.side, turn })),
  );
  const isOwn = ({ start, side, turn }: (typeof told)[number]) =>
    side === 'ours' &&
    /\b(?:were|we|our|us)\b/.test(dialogue.terms.slice(Math.max(turn.start, start - 5), start).join(' '));
  const usable = told.filter(
    (one) => !isOwn(one) && !ELSEWHERE.test(dialogue.terms.slice(Math.max(0, one.start - 6), one.start).join(' ')),
  );
  const first = usable.find(({ side }) => side !== 'ours') ?? usable[0];
  if (!first) return answeredAddress(dialogue);
  const street = first.text.split(' ')[1];
  const last = usable.findLast((one) => one.text.split(' ')[1] === street) ?? first;
  const kind = first.text.split(' ').slice(2);
  const text = last.text.split(' ').length < 3 ? [last.text, ...kind].join(' ') : last.text;
  const isHome =
    !found.has('place_kind') && !STAFF.test(textOf(found, 'caller_relationship')) && last.text.split(' ').length > 2;
  return [
    ...finding(dialogue, 'place_address', text, last),
    ...(isHome && !mentionsInstitution(dialogue) ? finding(dialogue, 'place_kind', 'residence', last) : []),
  ];
};

const ADDRESS_ASKED = /\b(?:address|what street|house number|where are you located)\b/;

/** A number and a name that answer what the address is, without a kind of street: "six fifteen Lincoln". */
const answeredAddress = (dialogue: Dialogue) => {
  for (const { answer } of questionsOn(dialogue, ADDRESS_ASKED)) {
    const at = [0, 1, 2]
      .map((skip) => answer.start + skip)
      .find((start) => numberAt(dialogue.terms, start, answer.end));
    const row = at === undefined ? [] : numbersFrom(dialogue.terms, at, answer.end, 4);
    const digits = houseNumber(row.map((number) => number.digits));
    const end = row.at(-1)?.end ?? answer.end;
    const name = digits ? nameAt(dialogue, end, answer.end) : null;
    if (name && name.start === end)
      return finding(dialogue, 'place_address', [digits, ...name.words].join(' '), { start: at ?? end, end: name.end });
  }
  return [];
};

const mentionsInstitution = (dialogue: Dialogue): boolean =>
  sentencesOf(dialogue).some(({ text }) =>
    /\b(?:hotel|motel|inn|facility|hospital|nursing|center|morgue|office)\b/.test(text),
  );
