import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '../platform/database/database.ts';
import type { Queue } from '../platform/queue/queue.ts';
import type { Decoder } from '../platform/serving/decoder.ts';
import type { Provider } from './providers/provider.ts';
import type { FindRecording } from './recording.ts';

/** Dependencies of transcription. */
export type Tools = {
  database: Database;
  queue: Queue;
  /** Providers that are set up; the first is asked unless another is named. */
  providers: Provider[];
  findRecording: FindRecording;
  decoder: Decoder;
  /** Address at which providers reach the server; without it, they are not asked to call back. */
  public_url?: string;
  /** Milliseconds from a failed attempt, counted from 1, to the next. */
  backoff_ms: (attempt: number) => number;
  /** Called with every organization in which something was done. */
  done: (organization_uuid: string) => void;
  log: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>;
};

/** A job is begun so often, or looked for in vain so often in a row; then it has failed. */
export const MOST_ATTEMPTS = 5;

/**
 * Milliseconds before the next attempt: about 10, 30, 90 and 270 seconds, each a fifth more or less, so that jobs that
 * failed together are not tried together.
 */
export const growing = (attempt: number): number => 10_000 * 3 ** (attempt - 1) * (0.8 + 0.4 * Math.random());
