import { availableParallelism } from 'node:os';
import { openWorkerPool, type WorkerPool } from '../../platform/worker-pool/worker-pool.ts';
import type { Unwritten, Written } from './write-thread.ts';

/** A minute writes the longest document that is taken, on a machine that does nothing else. */
const LIMIT_MS = 60_000;
const MEMORY_MB = 1024;

export type ExportPool = WorkerPool<Unwritten, Written>;

/** Opens threads that write files, one at a time for each organization. */
export const openExportPool = (): ExportPool =>
  openWorkerPool({
    file: new URL('./write-thread.ts', import.meta.url),
    at_once: Math.max(2, availableParallelism()),
    each: 1,
    most_waiting: 8,
    limit_ms: LIMIT_MS,
    memory_mb: MEMORY_MB,
  });
