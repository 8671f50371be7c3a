import { setTimeout as pause } from 'node:timers/promises';
import { Piscina } from 'piscina';
import { openFairTurns } from './fair-turns.ts';

/** Work in a thread that took more time or memory than it may. */
export class LimitExceeded extends Error {
  override name = 'LimitExceeded';
  readonly limit: 'time' | 'memory';

  constructor(limit: 'time' | 'memory', options?: ErrorOptions) {
    super(`the work took more ${limit} than it may`, options);
    this.limit = limit;
  }
}

/** Organization whose turn the work takes, and a signal that ends once nobody waits for it. */
export type WorkFor = {
  organization_uuid: string;
  signal?: AbortSignal | undefined;
  /** Memory of the task that the thread gets whole, so that nothing large is copied: it is empty here afterwards. */
  given?: ArrayBuffer[];
};

/** Threads that do slow work for organizations in turn. */
export type WorkerPool<Task, Result> = {
  /**
   * Does a task when it is the organization's turn. Throws LimitExceeded, 503 where too much of the organization's waits
   * already, and the signal's reason once its client has left: the work ends with it.
   */
  run(task: Task, whose: WorkFor): Promise<Result>;
  close(): Promise<void>;
};

export type PoolOptions = {
  /** A module whose default export does a task. */
  file: URL;
  /** Tasks at once, and of one organization. */
  at_once: number;
  each: number;
  /** Tasks of one organization that may wait; any number if absent. */
  most_waiting?: number;
  /** Threads that stay, so that the first task need not wait for one. */
  kept?: number;
  /** Milliseconds that a task may take once its turn has come. */
  limit_ms: number;
  /**
   * Memory of a thread's objects. It ends JavaScript that makes them one by one; a single call that needs more at once,
   * such as JSON.parse, would end the whole process: what such work is given has to be bounded before.
   */
  memory_mb?: number;
};

const IDLE_MS = 60_000;
/** Milliseconds for which work under way may go on when the pool closes. */
const CLOSE_MS = 10_000;

/** Opens threads that begin when they are needed, and end when nobody needed them for a minute. */
export const openWorkerPool = <Task, Result>({
  file,
  at_once,
  each,
  most_waiting = Number.POSITIVE_INFINITY,
  kept = 0,
  limit_ms,
  memory_mb,
}: PoolOptions): WorkerPool<Task, Result> => {
  const inTurn = openFairTurns({ at_once, each, most_waiting });
  const threads = new Piscina<Task, Result>({
    filename: file.href,
    minThreads: kept,
    maxThreads: at_once,
    idleTimeout: IDLE_MS,
    ...(memory_mb !== undefined && { resourceLimits: { maxOldGenerationSizeMb: memory_mb } }),
  });

  // A thread that breaks while it does nothing is replaced; unheard, its error would end the process.
  threads.on('error', () => {});
  const running = new Set<Promise<Result>>();

  const work = async (task: Task, left: AbortSignal | undefined, given: ArrayBuffer[] = []): Promise<Result> => {
    const late = AbortSignal.timeout(limit_ms);
    try {
      const signal = left ? AbortSignal.any([left, late]) : late;
      const done = threads.run(task, { signal, transferList: given });
      running.add(done);
      return await done.finally(() => running.delete(done));
    } catch (error) {
      left?.throwIfAborted();
      if (late.aborted) throw new LimitExceeded('time', { cause: error });
      if (isOutOfMemory(error)) throw new LimitExceeded('memory', { cause: error });
      throw error;
    }
  };

  return {
    run: (task, { organization_uuid, signal, given }) =>
      inTurn.run(organization_uuid, () => work(task, signal, given), signal),
    // Piscina's own close waits for threads that an abort has ended meanwhile, and then rejects.
    close: async () => {
      await Promise.race([Promise.allSettled(running), pause(CLOSE_MS, undefined, { ref: false })]);
      await threads.destroy();
    },
  };
};

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
