import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callFrom } from '../turns.fixture.ts';
import { extractEmbalming } from './extract-embalming.ts';

const fieldsOf = (...lines: string[]) =>
  Object.fromEntries(extractEmbalming(callFrom(...lines)).map(({ name, value }) => [name, value]));

const ASK = 'home: Do we have your permission to embalm him?';
const ANSWERS: [answer: string, ...lines: string[]][] = [
  ['granted', ASK, 'caller: Yes, go ahead.'],
  ['granted', ASK, 'caller: How much is it?', 'home: Nine hundred.', 'caller: Okay, yes, you have my permission.'],
  ['refused', ASK, "caller: No. Please don't embalm him."],
  ['refused', 'home: So you do not want embalming?', 'caller: No.'],
  ['deferred', ASK, "caller: I'd want to talk to my brother first."],
  ['deferred', ASK, 'caller: Can it wait?'],
  ['granted', 'home: Are you okay with embalming?', 'caller: We are.'],
  ['refused', 'home: Embalming?', 'caller: No thanks.'],
  ['granted', 'home: Do you mind if we embalm her?', 'caller: Not at all.'],
  ['refused', 'home: Do you mind if we embalm her?', 'caller: I do mind, actually.'],
  ['granted', ASK, "caller: I don't see why not."],
  ['granted', ASK, 'caller: No problem.'],
  ['refused', ASK, "caller: We're Muslim, so no."],
  ['refused', 'home: So no embalming, is that right?', "caller: That's right."],
  ['deferred', ASK, 'caller: Not until his brother has seen him.'],
  [
    'deferred',
    ASK,
    'caller: Sure.',
    "home: And you're his wife?",
    'caller: His niece.',
    "home: Then I'd need it from his son.",
  ],
  ['refused', ASK, 'caller: Yes.', 'home: Thank you.', "caller: Actually, don't embalm him. Just cremate him."],
  ['refused', 'caller: Does she have to be embalmed?', 'home: No.', "caller: Then don't."],
  ['granted', "home: We'd want to embalm, then. Do you authorize that?", 'caller: I authorize it, yes.'],
  ['not_asked', ASK],
  ['not_asked', "home: We'll go ahead and prepare her for the viewing.", 'caller: Yes, whatever you need to do.'],
  ['refused', 'caller: And no embalming, please.', 'home: Of course.'],
];

test('an answer is told by its words', () => {
  for (const [answer, ...lines] of ANSWERS) assert.equal(fieldsOf(...lines).answer, answer, lines.join(' / '));
});

test('who answered, what they are to the dead and who asked stand beside it', () => {
  assert.deepEqual(fieldsOf(ASK, 'caller: Yes, go ahead.'), {
    asked_by_name: true,
    answer: 'granted',
    by: 'Karen Doyle',
    relation: 'daughter',
    obtained_by: 'Tom Avery',
  });
});

test('where two disagree it waits', () => {
  const fields = fieldsOf(ASK, 'caller: Sure, go ahead.', "brother: No, that's Dad's to say. Ask Dad.");
  assert.equal(fields.answer, 'deferred');
});

test('prices of embalming and questions of law are no matter of this person', () => {
  assert.deepEqual(fieldsOf('caller: How much is embalming?', 'home: Embalming is nine hundred.'), {});
  assert.deepEqual(fieldsOf('caller: Is embalming required by law?', 'home: No, it is not required.'), {});
});
