import type { Database, ScopedDatabase } from '../database/database.ts';
import { linksAfter } from './chain.ts';
import { findHead, insertLinks, lockChain, selectOrganizations, selectPending } from './queries.ts';

const BATCH = 500;

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
  /** Links what the server before this one left. */
  sealAll(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Links events behind the requests that made them. Linking inside their transactions would make every two writers of an
 * organization wait for one another's commit.
 */
export const openSealer = (database: Database, onError: (error: unknown) => void, delay_ms = 1_000): Sealer => {
  const waiting = new Set<string>();
  const listeners = new Set<(organization_uuid: string) => void>();
  let timer: NodeJS.Timeout | undefined;
  let sealing = Promise.resolve();
  const sealWaiting = async () => {
    timer = undefined;
    for (const organization_uuid of [...waiting]) {
      waiting.delete(organization_uuid);
      await sealChain(database.scopedTo({ organization_uuid }), organization_uuid).catch(onError);
    }
  };
  return {
    soon: (organization_uuid) => {
      waiting.add(organization_uuid);
      for (const listener of listeners) listener(organization_uuid);
      timer ??= setTimeout(() => {
        sealing = sealWaiting();
      }, delay_ms).unref();
    },
    listen: (listener) => void listeners.add(listener),
    sealAll: async () => {
      for (const { uuid } of await selectOrganizations(database.scopedTo({ installation: true }))) waiting.add(uuid);
      await sealWaiting();
    },
    close: async () => {
      clearTimeout(timer);
      await sealing;
      await sealWaiting();
    },
  };
};
