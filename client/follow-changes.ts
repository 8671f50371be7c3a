import type { Change } from '@pharos/contract/changes.ts';
import { PharosError } from './error.ts';
import type { Client } from './methods.ts';

export type FollowOptions = {
  /** Cursor to go on from, or `now`. Default: from the beginning. */
  since?: string;
  /** Seconds that one request waits for a change, 0 to 25. Default: 25. */
  wait?: number;
  /** Ends the iteration. */
  signal?: AbortSignal;
};

/** Changes that were read together. Keep `cursor` once they are dealt with: the next run goes on after them. */
export type ChangeBatch = { changes: Change[]; cursor: string };

const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [1_000, 60_000];

/**
 * Follows what changes in the organization, oldest first, until `signal` ends it: an async iterator of batches, of which
 * none is skipped. Where the server or the network is away (408, 429, 5xx), it tries again, after a second first and a
 * minute at most. Throws PharosError for other refusals, such as 401, or 409 where the history was replaced.
 */
export async function* followChanges(
  { changes }: Pick<Client, 'changes'>,
  { since, wait = 25, signal }: FollowOptions = {},
): AsyncGenerator<ChangeBatch, void, void> {
  let [cursor, pause_ms] = [since, FIRST_PAUSE_MS];
  while (!signal?.aborted) {
    try {
      const { data } = await changes.list({ since: cursor, wait, signal });
      const is_news = data.items.length > 0 || data.next_cursor !== cursor;
      cursor = data.next_cursor;
      pause_ms = FIRST_PAUSE_MS;
      if (is_news) yield { changes: data.items, cursor };
    } catch (error) {
      if (signal?.aborted) return;
      if (error instanceof PharosError && !isPassing(error)) throw error;
      const asked_ms = error instanceof PharosError ? (error.retry_after ?? 0) * 1000 : 0;
      await sleep(Math.max(pause_ms, asked_ms), signal);
      pause_ms = Math.min(pause_ms * 2, LONGEST_PAUSE_MS);
    }
  }
}

const isPassing = ({ status_code }: PharosError) => [408, 429].includes(status_code) || status_code >= 500;

const sleep = (ms: number, signal?: AbortSignal) =>
  new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });
