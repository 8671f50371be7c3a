import type { Evidence } from '@pharos/contract/generations.ts';
import type { Transcript } from '@pharos/contract/transcripts.ts';
import { type CallFacts, readCall } from '../understanding/call.ts';
import { evidenceOf } from '../understanding/evidence-of.ts';
import { answerQuestion } from '../understanding/questions/answer-question.ts';

/** A question about a call, for a thread: its transcript as it is kept. */
export type Asked = { transcript: Uint8Array; facts: CallFacts; question: string };

/** Finds the words of a call that answer a question, the most likely first: in a thread, as an hour of words takes its time. */
export const answer = ({ transcript: utf8, facts, question }: Asked): Evidence[] => {
  const { words } = JSON.parse(Buffer.from(utf8).toString()) as Transcript;
  const call = readCall(words, facts);
  return answerQuestion(call, question).flatMap((range) => evidenceOf(call, range) ?? []);
};

export default answer;
