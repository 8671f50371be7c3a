import type { Database, ScopedDatabase } from '../database/database.ts';
import { linksAfter } from './chain.ts';
import { findHead, insertLinks, lockChain, selectOrganizations, selectPending } from './queries.ts';

const BATCH = 500;
/** Milliseconds after which links that could not be written are tried again. */
const AGAIN_MS = 5_000;

/** Links all events that are committed and have no link yet, oldest first. */
export const sealChain = async (database: ScopedDatabase, organization_uuid: string): Promise<void> => {
  for (let sealed = BATCH; sealed === BATCH; ) {
    sealed = await database.transaction(async (tx) => {
      await lockChain(tx, organization_uuid);
      const [head, events] = await Promise.all([
        findHead(tx, organization_uuid),
        selectPending(tx, organization_uuid, BATCH),
      ]);
      if (events.length > 0) insertLinks(tx, organization_uuid, linksAfter(head, events));
      return events.length;
    });
  }
};

export type Sealer = {
  /** Reports that the organization has new events; they are linked within a second. */
  soon(organization_uuid: string): void;
  /** Calls a listener with each organization that may have new events. */
  listen(listener: (organization_uuid: string) => void): void;
  /** Milliseconds for which the oldest event that was reported has been waiting for its link. */
  lag_ms(): number;
  /** Links what the server before this one left. */
  sealAll(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Links events behind the requests that made them. Linking inside their transactions would make every two writers of an
 * organization wait for one another's commit.
 */
export const openSealer = (database: Database, onError: (error: unknown) => void, delay_ms = 1_000): Sealer => {
  /** Organizations with events that wait for links, and since when. */
  const waiting = new Map<string, number>();
  const listeners = new Set<(organization_uuid: string) => void>();
  let timer: NodeJS.Timeout | undefined;
  let sealing = Promise.resolve();
  let closed = false;
  const later = (ms: number) => {
    timer ??= setTimeout(() => {
      sealing = sealWaiting();
    }, ms).unref();
  };
  const sealWaiting = async () => {
    timer = undefined;
    for (const [organization_uuid, since] of [...waiting]) {
      waiting.delete(organization_uuid);
      await sealChain(database.scopedTo({ organization_uuid }), organization_uuid).catch((error) => {
        waiting.set(organization_uuid, since);
        onError(error);
      });
    }
    if (waiting.size > 0 && !closed) later(AGAIN_MS);
  };
  return {
    soon: (organization_uuid) => {
      if (!waiting.has(organization_uuid)) waiting.set(organization_uuid, Date.now());
      for (const listener of listeners) listener(organization_uuid);
      later(delay_ms);
    },
    lag_ms: () => Date.now() - Math.min(Date.now(), ...waiting.values()),
    listen: (listener) => void listeners.add(listener),
    sealAll: async () => {
      for (const { uuid } of await selectOrganizations(database.scopedTo({ installation: true })))
        waiting.set(uuid, Date.now());
      await sealWaiting();
    },
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await sealing;
      await sealWaiting();
    },
  };
};
