import type { Evidence } from '@pharos/contract/generations.ts';
import { openWorkerPool, type WorkerPool } from '../platform/worker-pool/worker-pool.ts';
import type { Asked } from './answer-thread.ts';

/** An hour of words takes a hundredth of it. */
const LIMIT_MS = 10_000;
const MEMORY_MB = 512;

export type AnswerPool = WorkerPool<Asked, Evidence[]>;

/** Opens threads that answer questions, one at a time for each organization. */
export const openAnswerPool = (): AnswerPool =>
  openWorkerPool({
    file: new URL('./answer-thread.ts', import.meta.url),
    at_once: 2,
    each: 1,
    most_waiting: 32,
    limit_ms: LIMIT_MS,
    memory_mb: MEMORY_MB,
  });
