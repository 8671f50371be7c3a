import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from '../sentences.ts';
import { callFrom } from '../turns.fixture.ts';
import { answerQuestion } from './answer-question.ts';

const CALL = callFrom(
  'home: Avery and Sons, this is Tom. How can I help you?',
  'caller: My father died this morning. Leonard Kowalczyk. He is at Saint Brendan Hospital.',
  'home: I am so sorry. Who is going to sign for him?',
  'caller: Dr. Abara will sign. She was with him at six ten.',
  'home: Does he have a pacemaker?',
  'caller: He does, yes.',
  'home: And what is your number?',
  'caller: Six one four, five five five, oh one four seven.',
  'home: Do we have your permission to embalm him?',
  "caller: No. Please don't embalm him.",
  'caller: How much is a direct cremation?',
  'home: Direct cremation is fourteen ninety-five.',
  "caller: Please don't call my sister Paige, she doesn't know yet.",
  "home: We won't. Could you come in Thursday at two?",
  'caller: Two is fine.',
);

const answersTo = (question: string) =>
  answerQuestion(CALL, question)
    .slice(0, 3)
    .map((range) => wordsOf(CALL, range));

const ANSWERED: [question: string, words: string][] = [
  ['Who signs the death certificate?', 'Dr. Abara will sign'],
  ['Does he have a pacemaker?', 'He does, yes.'],
  ["What is Karen's phone number?", 'oh one four seven'],
  ['Did she give permission to embalm?', "Please don't embalm him"],
  ['What did we quote for a direct cremation?', 'fourteen ninety-five'],
  ['Whom must we not call?', "don't call my sister Paige"],
  ['When is the family coming in?', 'Thursday at two'],
  ['When is the appointment?', 'Thursday at two'],
  ['What hospital is he in?', 'Saint Brendan Hospital'],
];
const NOT_SAID = [
  "What is Paige's phone number?",
  'What is his Social Security number?',
  'How much is the vault?',
  'Which church is the service in?',
  'Is there a burial policy?',
  "What is the nurse's name?",
  "What is Karen's email address?",
  'What did he die of?',
  'What color is the casket?',
  'Which airline is it?',
  "How much does Paige's flight cost?",
];

test('the words that answer are among the first three quotes', () => {
  for (const [question, words] of ANSWERED)
    assert.ok(
      answersTo(question).some((quote) => quote.includes(words)),
      `${question}: ${answersTo(question).join(' | ')}`,
    );
});

test('a question that the call does not answer has no quotes', () => {
  for (const question of NOT_SAID) assert.deepEqual(answersTo(question), [], question);
});
