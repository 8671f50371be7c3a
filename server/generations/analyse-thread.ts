import { type CallFacts, readStoredCall } from '../understanding/call.ts';
import { type Runnable, type RunResult, runTemplate } from './run-template.ts';

/** A call for a thread: its transcript as it is kept, so that no thread but its own parses it. */
export type Unread = { transcript: Uint8Array; facts: CallFacts; templates: Runnable[] };

/** Results of the templates, in their order, each with the milliseconds that it took. */
export type Analysed = (RunResult & { took_ms: number })[];

/** Runs templates on a call: in a thread, because an hour of words takes its time. */
export const analyse = ({ transcript: utf8, facts, templates }: Unread): Analysed => {
  const call = readStoredCall(utf8, facts);
  return templates.map((template) => {
    const begun = performance.now();
    const result = runTemplate(call, template);
    return { ...result, took_ms: Math.round(performance.now() - begun) };
  });
};

export default analyse;
