import type { RedactionKind } from '@pharos/contract/transcripts.ts';
import { SPLITS, WAYS } from './spoken-numbers.fixture.ts';

/** A talk with the words of a secret in brackets, and how it is said. */
export type Talk = { kind: RedactionKind; name: string; talk: string };

type Numbers = { kind: RedactionKind; sizes: readonly number[]; numbers: readonly string[]; asks: readonly string[] };

/** Test numbers of the card schemes; the others are invented. */
const SAID: readonly Numbers[] = [
  {
    kind: 'card_number',
    sizes: [4],
    numbers: ['4111111111111111', '5105105105105100', '6011000990139424', '4242424242424242'],
    asks: ['what is the card number /', 'okay I have my Visa here, it is', 'Can I get the number on the card? /'],
  },
  {
    kind: 'card_number',
    sizes: [4, 6, 5],
    numbers: ['378282246310005'],
    asks: ['Is that an American Express? / Yes,', 'go ahead with the credit card /'],
  },
  {
    kind: 'social_security_number',
    sizes: [3, 2, 4],
    numbers: ['487654321', '219099999', '536904399'],
    asks: [
      'And his social? /',
      'what is the social security number / its',
      'I need her Social for the certificate. / Sure,',
    ],
  },
  {
    kind: 'bank_account',
    sizes: [3, 3, 3],
    numbers: ['044000037', '121042882'],
    asks: ['what is the routing number /', 'Routing number? / Let me look. It is'],
  },
  {
    kind: 'bank_account',
    sizes: [4, 4, 4],
    numbers: ['7331028841', '120033445566'],
    asks: ['and the account number /', 'Which bank account is it? / Number'],
  },
];

const CODES = {
  numbers: ['4471', '331', '902155', '7700'],
  asks: ['What is the PIN? /', 'the gate code is', 'security code /'],
};

const DATES = [
  ['[August] [14,] [1958]', '[August] [fourteenth] [nineteen] [fifty-eight]', 'the [fourteenth of August 1958]'],
  ['[8] [14] [58]', '[eight] [fourteen] [fifty] [eight]', '[08/14/1958]', '[8-14-58]', '[1958-08-14]'],
  [
    '[Feb.] [1st,] [1938]',
    '[february] [first] uh [nineteen] [thirty] [eight]',
    '[oh] [two] [oh] [one] [thirty] [eight]',
  ],
  ['[March] [nineteenth,] / uh-huh / [nineteen] [forty-four]', '[three] [nineteen] [forty-four]', '[3/19/1944.]'],
  [
    '[December] [25th] [1946]',
    '[twelve] [twenty-five] [forty-six]',
    '[twelve] / okay / [twenty-five] / okay / [nineteen] [forty-six]',
  ],
  ['[June the 2nd] [two] [thousand] [one]', '[June] [second] [oh] [one]'],
].flat();
const DATE_ASKS = ['date of birth /', 'And when was she born? / She was born', 'his birthday is', 'DOB'];

const take = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** Every number in every way and split, with the questions in turn. */
export const generatedTalks = (): Talk[] => {
  const numbers = SAID.flatMap(({ kind, sizes, numbers, asks }) =>
    numbers.flatMap((number, of) =>
      WAYS.flatMap((way, index) =>
        SPLITS.map((split, at) => ({
          kind,
          name: `${way.name}, ${split.name}`,
          talk: `${take(asks, of + index + at)} ${split.talk(way.words(number, sizes))} thank you`,
        })),
      ),
    ),
  );
  const codes = CODES.numbers.flatMap((number, of) =>
    WAYS.slice(0, 7).map((way, index) => ({
      kind: 'security_code' as const,
      name: way.name,
      talk: `${take(CODES.asks, of + index)} ${take(SPLITS, 0).talk(way.words(number, [8]))} okay`,
    })),
  );
  const dates = DATE_ASKS.flatMap((ask) =>
    DATES.map((date) => ({ kind: 'date_of_birth' as const, name: 'date', talk: `${ask} ${date} okay` })),
  );
  return [...numbers, ...codes, ...dates];
};
