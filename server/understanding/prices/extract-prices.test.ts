import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callFrom } from '../turns.fixture.ts';
import { extractPrices } from './extract-prices.ts';

type Found = { item: string; how: string; amounts: number[]; asked: string | null; quote: string | null };
const pricesOf = (...lines: string[]) => extractPrices(callFrom(...lines)).map(({ value }) => value as Found);
const short = (...lines: string[]) => pricesOf(...lines).map(({ item, how, amounts }) => [item, how, ...amounts]);

const ASKED = 'caller: How much is a direct cremation?';
const ANSWERS: [answer: string, how: string, ...amounts: number[]][] = [
  ['home: Direct cremation is fourteen ninety-five.', 'exact', 1495],
  ['home: It would be two thousand and fifty dollars.', 'exact', 2050],
  ['home: They start at nine ninety-five.', 'starting_at', 995],
  ['home: Anywhere from twelve to fifteen hundred.', 'range', 1200, 1500],
  ['home: Somewhere between two thousand and thirty-four hundred.', 'range', 2000, 3400],
  ["home: I'd have to have my manager call you on that.", 'call_back'],
  ["home: We don't give prices over the phone.", 'refused'],
  ["home: We only do pricing here in the office, you'd have to come in.", 'must_come_in'],
  ['home: It all depends, every family is different.', 'not_answered'],
  ["home: There's no charge for that.", 'exact', 0],
  ['home: Somewhere in the neighborhood of three thousand.', 'exact', 3000],
  ["home: Last year it was nine ninety-five, it's ten ninety-five now.", 'exact', 1095],
  ["home: It's twelve hundred with the hearse and the chapel and the flowers.", 'package', 1200],
  ['home: You would need to speak with Mr. Dunn about that.', 'call_back'],
  ["home: I'd be glad to go over that when we meet.", 'must_come_in'],
];

test('an answer to a question for a price is read by its kind', () => {
  for (const [answer, ...expected] of ANSWERS) {
    const [found, ...others] = short(ASKED, answer);
    assert.deepEqual([found, others], [['direct cremation', ...expected], []], answer);
  }
});

test('prices of one sentence are of the items beside them', () => {
  assert.deepEqual(
    short(
      'caller: And with a viewing?',
      'home: With a viewing it is four thousand three hundred sixty. That has the embalming in it, which is seven hundred ninety-five, and the rental casket, which is nine hundred.',
    ),
    [
      ['viewing', 'exact', 4360],
      ['embalming', 'exact', 795],
      ['rental casket', 'exact', 900],
    ],
  );
});

test('a package is one, by what it is called', () => {
  assert.deepEqual(short('home: We have our Sunset package and that one is thirty-two fifty.'), [
    ['sunset package', 'package', 3250],
  ]);
});

const NONE: string[][] = [
  ['caller: The other place told me two grand for a cremation.', "home: Well, I can't speak for them."],
  ['caller: How old was he?', 'home: He was eighty-five.'],
  ['home: He has a policy that pays five thousand dollars.'],
  ['home: The casket used to be eleven hundred.'],
  ['home: We will be there at nine forty-five.'],
  ['home: We could have a viewing from nine thirty, and the service at eleven.'],
  ['caller: When can we come?', 'home: The visitation is from two thirty to four.'],
  ['home: The number is five five five, zero one three nine.'],
  ['home: The vault is thirty by eighty-six inches.'],
  ['home: They charge twelve hundred across town.'],
  ['home: The viewing will be two thirty to four on Sunday.'],
  ['home: Pick up will be about nine forty five.'],
  ['home: The cremation is scheduled for eight fifteen.'],
  ["home: It's not going to be five thousand dollars."],
];

test("others' prices, old prices and other numbers are none", () => {
  for (const lines of NONE) assert.deepEqual(short(...lines), [], lines.join(' / '));
});

test('a price said twice is one, and a corrected one replaces what it corrects', () => {
  assert.deepEqual(
    short(ASKED, 'home: Fourteen ninety-five.', 'caller: Okay.', 'home: Yes, it is fourteen ninety-five.'),
    [['direct cremation', 'exact', 1495]],
  );
  assert.deepEqual(short(ASKED, 'home: It is twelve ninety-five, no, sorry, thirteen ninety-five.'), [
    ['direct cremation', 'exact', 1395],
  ]);
});

test('numbers that answer another question than one for a price are none, though prices were told before', () => {
  const told = ['caller: How much is it?', 'home: It is fourteen ninety-five.'];
  for (const lines of [
    ['caller: When can we come?', 'home: Ten thirty.'],
    ['home: How much does he weigh?', 'caller: Two ten.', 'home: Two ten.'],
    ['caller: The other place said nine fifty.', 'home: Nine fifty is cheap.'],
  ])
    assert.deepEqual(short(...told, ...lines), [['price', 'exact', 1495]], lines.join(' / '));
});

test('each price carries the words of the question and of the answer', () => {
  const [price] = pricesOf(ASKED, 'home: Direct cremation is fourteen ninety-five.');
  assert.deepEqual(
    [price?.asked, price?.quote],
    ['How much is a direct cremation?', 'Direct cremation is fourteen ninety-five.'],
  );
});
