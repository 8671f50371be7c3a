import type { AuditVerification } from '@pharos/contract/audit.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { BEGINNING, hashOf } from '../platform/audit/chain.ts';
import { countUnlinked, selectChain } from '../platform/audit/queries.ts';
import { sealChain } from '../platform/audit/seal.ts';
import type { ScopedDatabase } from '../platform/database/database.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';

const STRETCH = 2_000;

/** Walks the whole chain and works out every hash again. */
export const verifyChain = async (database: ScopedDatabase, organization_uuid: string): Promise<AuditVerification> => {
  let [position, hash] = [0, BEGINNING];
  for (;;) {
    const links = await selectChain(database, organization_uuid, position, STRETCH);
    for (const link of links) {
      const follows = link.position === position + 1 && link.previous_hash === hash;
      if (!follows || link.hash !== hashOf(link.position, hash, link)) {
        return { intact: false, events: position, head: null, broken_at: position + 1 };
      }
      [position, hash] = [link.position, link.hash];
    }
    if (links.length < STRETCH) break;
  }
  const intact = (await countUnlinked(database, organization_uuid)) === 0;
  return { intact, events: position, head: position > 0 ? hash : null, broken_at: intact ? null : position + 1 };
};

export const verifyEvents = async ({ database, actor }: RouteRequest<Routes['audit']['verify']>) => {
  await sealChain(database, actor.organization_uuid);
  return { data: await verifyChain(database, actor.organization_uuid) };
};
