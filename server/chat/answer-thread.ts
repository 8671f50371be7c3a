import type { Evidence } from '@pharos/contract/generations.ts';
import { type CallFacts, readStoredCall } from '../understanding/call.ts';
import { evidenceOf } from '../understanding/evidence-of.ts';
import { answerQuestion } from '../understanding/questions/answer-question.ts';

/** A question about a call, for a thread: its transcript as it is kept. */
export type Asked = { transcript: Uint8Array; facts: CallFacts; question: string };

/** Finds the words of a call that answer a question, the most likely first: in a thread, as an hour of words takes its time. */
export const answer = ({ transcript: utf8, facts, question }: Asked): Evidence[] => {
  const call = readStoredCall(utf8, facts);
  return answerQuestion(call, question).flatMap((range) => evidenceOf(call, range) ?? []);
};

export default answer;
