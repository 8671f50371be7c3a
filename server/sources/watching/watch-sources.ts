import type { SourceKind } from '@pharos/contract/sources.ts';
import { LRUCache } from 'lru-cache';
import type { ScopedDatabase } from '../../platform/database/database.ts';
import { StoredJson } from '../../platform/json/stored-json.ts';
import type { UpkeepTask } from '../../platform/upkeep/upkeep.ts';
import { type Found, type Keeping, keepFound, keepIgnored } from '../arrivals/keep.ts';
import { type Log, troubleOf } from '../arrivals/trouble.ts';
import type { Network } from '../fetching/network.ts';
import { openFolders } from '../folders/look-into-folder.ts';
import { lookIntoMailbox } from '../mailboxes/look-into-mailbox.ts';
import { knownOf } from '../secrets.ts';
import type { Look, Looked } from './look.ts';
import { lookByAsking } from './look-by-asking.ts';
import { selectDue, type WatchedRow, writeLook } from './queries.ts';

export type Watching = Keeping & { network: Network; log: Log };

const [SECOND, MINUTE] = [1000, 60_000];
/** Time of one look, and of all the looks of an organization that go on at once. */
const [LONGEST_MS, AT_ONCE] = [5 * MINUTE, 4];
/** Wait after a look that failed: a server that is down is not asked all the time. */
const FAILED_MS = 5 * MINUTE;
/** Sources that are looked into all the time say so once a minute. */
const SAY_MS = MINUTE;

type Kind = { look: Look; every_ms: number };

const kindsOf = (): Partial<Record<SourceKind, Kind>> => ({
  folder: { look: openFolders(), every_ms: 0 },
  mailbox: { look: lookIntoMailbox, every_ms: 60 * SECOND },
  ring_central: { look: lookByAsking, every_ms: 5 * MINUTE },
  twilio: { look: lookByAsking, every_ms: 5 * MINUTE },
});

/**
 * Watches the sources that tell nothing by themselves. Each look goes on by itself, so that a slow host holds up no other
 * source; `idle` waits until all have ended.
 */
export const watchSources = (watching: Watching): UpkeepTask & { idle(): Promise<void> } => {
  const kinds = kindsOf();
  const active = new Map<string, { organization_uuid: string; done: Promise<void> }>();
  const turns = new LRUCache<string, number>({ max: 10_000 });
  return {
    organization: async (database, organization_uuid, { signal }) => {
      const due = await selectDue(database, organization_uuid, Object.keys(kinds));
      // Those that waited longest go first: each gets its turn, however many there are.
      const turnOf = ({ uuid }: WatchedRow) => turns.get(uuid) ?? 0;
      for (const source of due.toSorted((one, other) => turnOf(one) - turnOf(other))) {
        const own = [...active.values()].filter((one) => one.organization_uuid === organization_uuid);
        const kind = kinds[source.kind];
        if (signal.aborted || own.length >= AT_ONCE) break;
        if (!kind || active.has(source.uuid)) continue;
        const done = lookOnce(watching, kind, database, source, signal)
          .catch((error) => void troubleOf(watching.log, error))
          .finally(() => active.delete(source.uuid));
        active.set(source.uuid, { organization_uuid, done });
        turns.set(source.uuid, Date.now());
      }
      return false;
    },
    idle: async () => void (await Promise.all([...active.values()].map(({ done }) => done))),
  };
};

const lookOnce = async (
  watching: Watching,
  { look, every_ms }: Kind,
  database: ScopedDatabase,
  source: WatchedRow,
  closing: AbortSignal,
) => {
  const { vault, network, log } = watching;
  const signal = AbortSignal.any([closing, AbortSignal.timeout(LONGEST_MS)]);
  const keep = (found: readonly (Found | null)[]) =>
    database.transaction(async (tx) => {
      for (const one of found) await (one ? keepFound(watching, tx, source, one) : keepIgnored(tx, source));
    });
  const write = async (reason: WatchedRow['look_reason'], wait_ms: number, { cursor }: Looked = {}) => {
    const now = Date.now();
    const isNews = reason !== source.look_reason || now - Date.parse(source.looked_at ?? '1970-01-01') > SAY_MS;
    if (every_ms === 0 && !isNews) return;
    await writeLook(database, source, {
      looked_at: new Date(now).toISOString(),
      look_reason: reason,
      next_look_at: wait_ms === 0 ? null : new Date(now + wait_ms).toISOString(),
      ...(cursor && { cursor: new StoredJson(JSON.stringify(cursor)) }),
    });
  };
  try {
    const known = knownOf(vault, source);
    const looked = await look({ database, vault, network, known, signal, source, keep });
    if (looked) await write(null, looked.more ? 0 : every_ms, looked);
  } catch (error) {
    if (closing.aborted) return;
    const { reason, retry_after_ms } = troubleOf(log, error);
    await write(reason, every_ms === 0 ? 0 : Math.max(FAILED_MS, retry_after_ms));
  }
};
