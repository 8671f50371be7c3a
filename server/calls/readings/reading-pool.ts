import { availableParallelism } from 'node:os';
import { INLINE_BYTES } from '../../platform/serving/decoder.ts';
import { openWorkerPool, type WorkerPool } from '../../platform/worker-pool/worker-pool.ts';
import { type Read, read, type Unread } from './read-thread.ts';

const LIMIT_MS = 20_000;
const MEMORY_MB = 512;

export type ReadingPool = WorkerPool<Unread, Read>;

/** Opens threads that read long calls, one at a time for each organization; short ones are read at once. */
export const openReadingPool = (): ReadingPool => {
  const pool = openWorkerPool<Unread, Read>({
    file: new URL('./read-thread.ts', import.meta.url),
    at_once: Math.max(1, availableParallelism() - 1),
    each: 1,
    most_waiting: 8,
    limit_ms: LIMIT_MS,
    memory_mb: MEMORY_MB,
  });
  return {
    run: async (unread, whose) => (unread.transcript.length <= INLINE_BYTES ? read(unread) : pool.run(unread, whose)),
    close: pool.close,
  };
};
