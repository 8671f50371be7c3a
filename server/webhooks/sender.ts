import { randomUUID } from 'node:crypto';
import { selectOrganizations } from '../platform/audit/queries.ts';
import { type Sealer, sealChain } from '../platform/audit/seal.ts';
import type { Vault } from '../platform/auth/vault.ts';
import type { Database } from '../platform/database/database.ts';
import { openFairTurns } from '../platform/worker-pool/fair-turns.ts';
import { backOff, deliverBatch, type Sending } from './deliver.ts';
import type { InsideHosts } from './post.ts';
import { endLease, findNextDue, selectEnabled } from './queries.ts';

export type SenderOptions = {
  database: Database;
  sealer: Pick<Sealer, 'listen'>;
  vault: Vault;
  inside: InsideHosts;
  /** Seconds after which the webhooks of a sender that has gone silent are taken up by another. */
  lease_seconds?: number;
  /** Seconds before the next attempt, after so many. */
  wait_seconds?: (attempts: number) => number;
  onError: (error: unknown) => void;
};

export type Sender = { start(): void; close(): Promise<void> };

/** Longer than a batch takes, whose receivers have ten seconds. */
const LEASE_SECONDS = 30;
/** Organizations that are served at once. */
const AT_ONCE = 16;
/** Milliseconds in which several writes come together. */
const TOGETHER_MS = 100;
/** Milliseconds between looks at all organizations: for what another server wrote, or left. */
const ROUND_MS = 15_000;
/** Batches of a webhook after which others have their turn. */
const MOST_BATCHES = 50;

/** Delivers changes behind the requests that made them, organizations in turn. */
export const openSender = ({ database, sealer, vault, inside, onError, ...times }: SenderOptions): Sender => {
  const closing = new AbortController();
  const { lease_seconds = LEASE_SECONDS, wait_seconds = backOff } = times;
  const lease_uuid = randomUUID();
  const sending: Sending = { vault, inside, closing: closing.signal, lease_uuid, lease_seconds, wait_seconds };
  const turns = openFairTurns({ at_once: AT_ONCE, each: 1 });
  const timers = new Map<string, { timer: NodeJS.Timeout; due: number }>();
  const working = new Set<Promise<void>>();
  let round: NodeJS.Timeout | undefined;

  /** Serves an organization after so many milliseconds, or before that where it is due already. */
  const later = (organization_uuid: string, delay_ms: number) => {
    const due = Date.now() + delay_ms;
    const there = timers.get(organization_uuid);
    if (closing.signal.aborted || (there && there.due <= due)) return;
    clearTimeout(there?.timer);
    const timer = setTimeout(() => {
      timers.delete(organization_uuid);
      const work: Promise<void> = turns
        .run(organization_uuid, () => serve(organization_uuid), closing.signal)
        .catch((error: unknown) => {
          if (!closing.signal.aborted) onError(error);
        })
        .finally(() => working.delete(work));
      working.add(work);
    }, delay_ms).unref();
    timers.set(organization_uuid, { timer, due });
  };

  const serve = async (organization_uuid: string) => {
    const bound = database.scopedTo({ organization_uuid });
    const enabled = await selectEnabled(bound, organization_uuid);
    if (enabled.length === 0) return;
    await sealChain(bound, organization_uuid);
    await Promise.all(
      enabled.map(async ({ uuid }) => {
        const webhook = { organization_uuid, uuid };
        let more: boolean | null = true;
        for (let batch = 0; more && batch < MOST_BATCHES && !closing.signal.aborted; batch += 1) {
          more = await deliverBatch(sending, bound, webhook);
        }
        if (closing.signal.aborted) await bound.transaction(async (tx) => endLease(tx, webhook, lease_uuid));
        // Another sender has it: where that has ended, its lease soon does.
        else if (more === null) later(organization_uuid, lease_seconds * 1000);
        else if (more) later(organization_uuid, 0);
        else if (more === false) {
          const next_ms = await findNextDue(bound, organization_uuid, uuid);
          if (next_ms !== null) later(organization_uuid, Math.max(next_ms, TOGETHER_MS));
        }
      }),
    );
    // What was read for whole payloads has its place as well.
    await sealChain(bound, organization_uuid);
  };

  const goRound = async () => {
    const found = await selectOrganizations(database.scopedTo({ installation: true }));
    for (const { uuid } of found) later(uuid, TOGETHER_MS);
  };
  const startRound = (delay_ms: number) => {
    round = setTimeout(async () => {
      await goRound().catch(onError);
      if (!closing.signal.aborted) startRound(ROUND_MS);
    }, delay_ms).unref();
  };
  sealer.listen((organization_uuid) => later(organization_uuid, TOGETHER_MS));

  return {
    start: () => startRound(TOGETHER_MS),
    close: async () => {
      closing.abort();
      clearTimeout(round);
      for (const { timer } of timers.values()) clearTimeout(timer);
      await Promise.all(working);
    },
  };
};
