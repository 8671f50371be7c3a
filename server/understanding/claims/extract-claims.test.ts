import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callFrom } from '../turns.fixture.ts';
import { extractClaims } from './extract-claims.ts';

const checksOf = (...lines: string[]) =>
  extractClaims(callFrom(...lines)).map(({ value }) => (value as { check: string }).check);

const CLAIMS: [check: string, ...lines: string[]][] = [
  ['embalming_required', 'home: After twenty-four hours she has to be embalmed by state law.'],
  ['embalming_required', 'caller: Does he have to be embalmed?', "home: Yes, it's the law."],
  ['casket_required_for_cremation', 'home: For the cremation you have to have a casket too.'],
  ['vault_required_by_law', "home: You have to have a vault. That's the law here."],
  ['protective_claim', 'home: That casket is sealed, it will keep the water out for good.'],
  ['at_our_cost', "home: The flowers we pass along at exactly our cost, we don't make a dime on it."],
  ['tying', "home: If you bring a casket from elsewhere we'd have to charge you a handling fee."],
  ['identity_demanded_first', 'caller: How much is a cremation?', "home: I'd need your name first."],
  ['must_come_in', "home: We don't discuss prices over the phone."],
  ['embalming_required', 'caller: Do we have to have her embalmed?', "home: Yes, ma'am, you do."],
  ['at_our_cost', 'home: Whatever the county bills us is what we bill you.'],
  ['at_our_cost', 'home: Death certificates we pass straight through.'],
  ['tying', "home: If you buy the casket elsewhere there's a four hundred dollar fee."],
  ['tying', 'home: You can only use the chapel if you get your casket from us.'],
  ['identity_demanded_first', "home: We don't give prices to people who won't say who they are."],
  ['must_come_in', 'caller: How much?', "home: I'd be happy to go over all of that when we meet."],
];
const NONE: string[][] = [
  ['home: Embalming is not required by law.'],
  ["home: No, you don't have to have a casket for a cremation."],
  ['home: The cemetery requires a vault, it is not the law.'],
  ["home: The casket has a seal, but it doesn't preserve anybody."],
  ['home: Some places will tell you that embalming is required by law.'],
  ['caller: The other home said embalming is mandatory.', "home: That's not correct."],
  ['caller: You have to have a vault, that is the law.', 'home: No, it is not.'],
  ['home: May I ask who is calling?'],
  ['home: I need your name first and then hers for the file.'],
  ["home: We can't embalm without your permission, that's the law."],
  ["home: You don't have to buy an urn from us."],
  ["home: We require embalming for a public viewing, that's our own policy."],
  ['caller: Do we need a casket for the burial?', 'home: You do.'],
  ["home: You can bring any casket you want, there's no fee."],
  ['home: The paper charges by the line and we pass it on. We do add twenty-five dollars.'],
];

test('each kind of claim is read from what the home says', () => {
  for (const [check, ...lines] of CLAIMS) assert.deepEqual(checksOf(...lines), [check], lines.join(' / '));
});

test('denials, rules of others, and what others said are no claims of the home', () => {
  for (const lines of NONE) assert.deepEqual(checksOf(...lines), [], lines.join(' / '));
});
