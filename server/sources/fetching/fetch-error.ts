import type { ArrivalReason } from '@pharos/contract/arrivals.ts';
import { readRetryAfter } from '../../platform/http/retry-after.ts';

type Options = { final?: boolean; retry_after_ms?: number; cause?: unknown };

/** Reason why a recording could not be fetched. `final`: it would fail again. */
export class FetchError extends Error {
  override name = 'FetchError';
  readonly reason: ArrivalReason;
  readonly final: boolean;
  /** Milliseconds that the other side asks to wait; 0 where it says nothing. */
  readonly retry_after_ms: number;

  constructor(reason: ArrivalReason, { final = false, retry_after_ms = 0, cause }: Options = {}) {
    super(`A recording could not be fetched: ${reason}`, { cause });
    this.reason = reason;
    this.final = final;
    this.retry_after_ms = retry_after_ms;
  }

  /** Recordings may be ready only after they were announced, and credentials may be put right: both are tried again. */
  static ofStatus(status: number, retry_after?: string): FetchError {
    const reason =
      status === 401 || status === 403 ? 'fetch_forbidden' : status === 404 ? 'fetch_missing' : 'fetch_failed';
    return new FetchError(reason, {
      final: status === 410,
      retry_after_ms: readRetryAfter(retry_after, LONGEST_WAIT_MS),
    });
  }
}

const LONGEST_WAIT_MS = 24 * 3_600_000;
