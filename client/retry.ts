import { takesIdempotencyKey } from '@pharos/contract/table/errors.ts';
import type { Route } from '@pharos/contract/table/route.ts';

/** Statuses after which the same request may succeed: a timeout, too many requests, a server or proxy that is not ready. */
const PASSING = [408, 429, 502, 503, 504];
/** Milliseconds before the first retry; it doubles with each. */
const FIRST_WAIT = 300;
/** Milliseconds of `Retry-After` beyond which the answer is given back instead. */
const LONGEST_WAIT = 60_000;

export type Wait = (ms: number, signal?: AbortSignal | null) => Promise<void>;

/**
 * True for a request that does once what it does twice: one that reads, a PUT or PATCH of a record, and a POST with an
 * Idempotency-Key. A password is never sent twice, nor a recording, which `uploadRecording` sends in pieces instead.
 */
export const isRepeatable = (route: Route): boolean =>
  !route.rate_limit &&
  route.body_kind !== 'stream' &&
  (['GET', 'HEAD', 'PUT', 'PATCH'].includes(route.method) || route.only_reads === true || takesIdempotencyKey(route));

/** New Idempotency-Key: 128 random bits in hex, also where pages without TLS have no `crypto.randomUUID`. */
export const mintKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Asks until there is an answer that will not pass by itself, at most `retries` times more. Waits as long as
 * `Retry-After` says, else 300 ms, 600 ms, 1,200 ms …, each up to a quarter longer. Throws what the last try threw.
 */
export const askAgain = async (
  ask: () => Promise<Response>,
  { retries, wait, signal }: { retries: number; wait: Wait; signal?: AbortSignal | null },
): Promise<Response> => {
  for (let tried = 0; ; tried += 1) {
    const own = FIRST_WAIT * 2 ** tried * (1 + Math.random() / 4);
    const response = await ask().catch((error: unknown) => {
      if (tried >= retries || signal?.aborted) throw error;
      return null;
    });
    const asked = response && (askedWait(response) ?? own);
    const isFinal = response && !PASSING.includes(response.status);
    if (response && (isFinal || tried >= retries || (asked ?? 0) > LONGEST_WAIT)) return response;
    // Its connection is free for the next try once the body is gone.
    await response?.body?.cancel();
    await wait(asked ?? own, signal);
  }
};

/** Milliseconds that an answer asks to wait; null if it doesn't say. */
const askedWait = ({ headers }: Response): number | null => {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : null;
};

/** Waits so many milliseconds, and rejects with the signal's reason when that comes first. */
export const waitFor: Wait = (ms, signal) =>
  new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
