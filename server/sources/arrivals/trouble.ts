import type { ArrivalReason } from '@pharos/contract/arrivals.ts';
import { described } from '../../platform/serving/answer-errors.ts';
import { NotARecording } from '../../recordings/reading/not-a-recording.ts';
import { FetchError } from '../fetching/fetch-error.ts';
import { MessageRefused } from '../kinds/kind.ts';

export type Log = { error(fields: object, message: string): void };

/** Reason for which something of a source went wrong; `final`: it would again. */
export type Trouble = { reason: ArrivalReason; final: boolean; retry_after_ms: number; detail: string | null };

/** Reads the trouble of an error. What is the server's own fault is logged. */
export const troubleOf = (log: Log, error: unknown): Trouble => {
  if (error instanceof FetchError)
    return { reason: error.reason, final: error.final, retry_after_ms: error.retry_after_ms, detail: null };
  const final = { final: true, retry_after_ms: 0, detail: null };
  if (error instanceof NotARecording) return { ...final, reason: 'not_a_recording', detail: error.message };
  if (error instanceof MessageRefused) return { ...final, reason: error.reason };
  const { code = '' } = error as { code?: string };
  // Rights can be given, and a disk can come back.
  if (/^(ENOENT|ENOTDIR|EACCES|EPERM|ESTALE|EIO)$/.test(code))
    return { ...final, reason: 'file_unreadable', final: code === 'ENOENT' };
  log.error({ error: described(error) }, 'something of a source could not be taken; it is tried again');
  return { reason: 'server_failed', final: false, retry_after_ms: 0, detail: null };
};
