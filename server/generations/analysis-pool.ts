import { availableParallelism } from 'node:os';
import { openWorkerPool, type WorkerPool } from '../platform/worker-pool/worker-pool.ts';
import type { Analysed, Unread } from './analyse-thread.ts';

/** All built-in templates take a fiftieth of it for an hour of words. */
const LIMIT_MS = 20_000;
const MEMORY_MB = 512;

export type AnalysisPool = WorkerPool<Unread, Analysed>;

/** Opens threads that run templates, one call at a time for each organization. They leave a processor to requests. */
export const openAnalysisPool = (): AnalysisPool =>
  openWorkerPool({
    file: new URL('./analyse-thread.ts', import.meta.url),
    at_once: Math.max(1, availableParallelism() - 1),
    each: 1,
    most_waiting: 32,
    limit_ms: LIMIT_MS,
    memory_mb: MEMORY_MB,
  });
