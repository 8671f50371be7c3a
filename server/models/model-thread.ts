import type { Evidence } from '@pharos/contract/generations.ts';
import { type CallFacts, readStoredCall } from '../understanding/call.ts';
import { checkStatement, type Statement } from '../understanding/evidence/check-statement.ts';
import { evidenceOf } from '../understanding/evidence-of.ts';
import { promptOf } from './prompt.ts';

/** A call for a thread, to be written for a model or to check what the model said of it. */
export type Reading = { transcript: Uint8Array; facts: CallFacts } & (
  | { question: string }
  | { statements: Statement[] }
);

/** Statement with the words that bear it out; null where none do. */
export type Checked = { text: string; evidence: Evidence[] | null };

/** Prompt, or the statements as they were checked. */
export type Read = { prompt: string } | { checked: Checked[] };

/** Writes the prompt of a question, or checks statements: in a thread, as an hour of words takes its time. */
export const read = ({ transcript: utf8, facts, ...task }: Reading): Read => {
  const call = readStoredCall(utf8, facts);
  if ('question' in task) return { prompt: promptOf(call, task.question) };
  const checked = task.statements.map((statement) => {
    const evidence = checkStatement(call, statement)?.flatMap((range) => evidenceOf(call, range) ?? []);
    return { text: statement.text, evidence: evidence && evidence.length > 0 ? evidence : null };
  });
  return { checked };
};

export default read;
