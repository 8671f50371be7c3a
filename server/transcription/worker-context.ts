import type { ProviderName } from '@pharos/contract/jobs.ts';
import type { FastifyBaseLogger } from 'fastify';
import type { Database, Transaction } from '../platform/database/database.ts';
import type { Queue } from '../platform/queue/queue.ts';
import type { Decoder } from '../platform/serving/decoder.ts';
import type { Provider } from './providers/provider.ts';
import type { FindRecording } from './recording.ts';

/** Providers that organizations have set up for themselves. */
export type OwnProviders = {
  /** Names of those that an organization has chosen, the latest first, and of those among them that are its own. */
  names(tx: Transaction, organization_uuid: string): Promise<{ chosen: ProviderName[]; own: ProviderName[] }>;
  /** Opens one by the settings of an organization; null where it has none. */
  open(tx: Transaction, organization_uuid: string, provider: ProviderName): Promise<Provider | null>;
};

/** Dependencies of transcription. */
export type Tools = {
  database: Database;
  queue: Queue;
  /** Providers that are set up; the first is asked unless another is named. */
  providers: Provider[];
  /** Providers of organizations; absent: they have none of their own. */
  own?: OwnProviders;
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
