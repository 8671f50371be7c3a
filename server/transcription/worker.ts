import { openSealer } from '../platform/audit/seal.ts';
import type { Perform } from '../platform/queue/queue.ts';
import { described } from '../platform/serving/answer-errors.ts';
import { openDecoder } from '../platform/serving/decoder.ts';
import { resumeAll } from './resume.ts';
import { giveUp, runEntry } from './run.ts';
import { growing, type Tools } from './worker-context.ts';

export type WorkerOptions = Omit<Tools, 'decoder' | 'done' | 'backoff_ms'> & {
  /** Number of jobs worked on at once. */
  at_once: number;
  backoff_ms?: Tools['backoff_ms'];
  /** Work of other features, by the step of its entries. */
  take?: (done: Tools['done']) => { perform: Perform; giveUp: Perform };
};

/** Works on jobs until it is closed, in the server's process or in one of its own. */
export const startWorker = async ({ at_once, backoff_ms = growing, take, ...given }: WorkerOptions) => {
  const { database, queue, log } = given;
  const sealer = openSealer(database, (error) => log.warn({ error: described(error) }, 'audit events wait for links'));
  const decoder = openDecoder();
  const tools: Tools = { ...given, decoder, backoff_ms, done: sealer.soon };
  const taking = take?.(sealer.soon);
  const resumed = await resumeAll(database, queue);
  if (resumed > 0) log.warn({ jobs: resumed }, 'jobs had lost their place in the queue, and have one again');
  await queue.work(
    at_once,
    async (entry, signal) => (entry.step === 'take' ? taking?.perform(entry, signal) : runEntry(tools, entry, signal)),
    async (entry, signal) => (entry.step === 'take' ? taking?.giveUp(entry, signal) : giveUp(tools, entry)),
  );
  return {
    close: async () => {
      await queue.close();
      await decoder.close();
      await sealer.close();
    },
  };
};
