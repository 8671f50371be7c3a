import { availableParallelism } from 'node:os';
import { INLINE_BYTES } from '../../platform/serving/decoder.ts';
import { openWorkerPool, type WorkerPool } from '../../platform/worker-pool/worker-pool.ts';
import { type Compared, compare, type Pair } from './compare-thread.ts';

const LIMIT_MS = 30_000;
const MEMORY_MB = 1024;

export type DiffPool = WorkerPool<Pair, Compared>;

/** Opens threads that compare long transcripts, one at a time for each organization; short ones are compared at once. */
export const openDiffPool = (): DiffPool => {
  const pool = openWorkerPool<Pair, Compared>({
    file: new URL('./compare-thread.ts', import.meta.url),
    at_once: Math.max(2, availableParallelism()),
    each: 1,
    most_waiting: 8,
    limit_ms: LIMIT_MS,
    memory_mb: MEMORY_MB,
  });
  return {
    run: async (pair, whose) => {
      const bytes = (pair.before?.length ?? 0) + (pair.after?.length ?? 0);
      return bytes <= INLINE_BYTES ? compare(pair) : pool.run(pair, whose);
    },
    close: pool.close,
  };
};
