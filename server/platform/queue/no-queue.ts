import type { Queue } from './queue.ts';

const refuse = async (): Promise<never> => {
  throw new Error('this server was started without a queue');
};

/** The queue of a server that has none. */
export const noQueue: Queue = {
  ...{ send: refuse, live: refuse, work: refuse, drain: refuse },
  waiting: async () => ({ states: {}, oldest_ms: 0 }),
  close: async () => {},
};
