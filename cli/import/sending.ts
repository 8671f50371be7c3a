import { writeFile } from 'node:fs/promises';
import { PharosError } from '@pharos/client/error.ts';
import type { Client } from '@pharos/client/methods.ts';
import type { Found, Rejected } from './find.ts';
import { type FactsOf, isFinal, type Sent, sendCall } from './send.ts';

export const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Sends calls in rounds, and knows what became of each. What may pass is tried again in the next round. */
export const openSending = (
  client: Client,
  rejected: Rejected[],
  factsOf: FactsOf,
  report_file?: string,
  tell = say,
) => {
  const sent: Sent[] = [];
  const failed = new Map<string, string>();
  const done = new Set<string>();
  const report = () => ({
    sent,
    failed: [...failed].map(([path, reason]) => ({ path, reason })),
    rejected,
  });

  const sendOne = async (call: Found): Promise<string> => {
    try {
      const outcome = await sendCall(client, call, factsOf);
      sent.push(outcome);
      failed.delete(call.path);
      done.add(call.path);
      return `recording ${outcome.recording}, transcript ${outcome.transcript}`;
    } catch (error) {
      if (!(error instanceof PharosError)) throw error;
      failed.set(call.path, error.message);
      if (isFinal(error)) done.add(call.path);
      return `refused, ${error.message}`;
    }
  };

  /** Sends those that are not done. A lost connection ends the round; the report is still written. */
  const send = async (calls: Found[], signal: AbortSignal): Promise<void> => {
    const fresh = calls.filter(({ path }) => !done.has(path));
    if (fresh.length === 0) return;
    try {
      for (const [index, call] of fresh.entries()) {
        if (signal.aborted) return;
        tell(`${index + 1}/${fresh.length} ${call.path}: ${await sendOne(call)}`);
      }
    } finally {
      if (report_file) await writeFile(report_file, `${JSON.stringify(report(), null, 2)}\n`);
    }
  };
  return { send, report };
};
