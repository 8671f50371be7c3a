import type { AuditEvent, AuditVerification } from '@pharos/contract/audit.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { BEGINNING, hashOf } from '../platform/audit/chain.ts';
import { countUnlinked, selectChain, selectOrganizations } from '../platform/audit/queries.ts';
import { sealChain } from '../platform/audit/seal.ts';
import type { UserActor } from '../platform/auth/actor.ts';
import type { ScopedDatabase } from '../platform/database/database.ts';
import { joining } from '../platform/database/scoped-database.ts';
import { notFound } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';

const STRETCH = 2_000;
/** Milliseconds by which an event may be linked behind a later one: longer than any transaction lives. */
const MOST_BACK_MS = 5 * 60_000;

/** A newest hash that was kept elsewhere, and the position that it had, if that is known. */
type KeptHead = { head?: string; at?: number };

/** Walks the whole chain and works out every hash again. */
export const verifyChain = async (
  database: ScopedDatabase,
  organization_uuid: string,
  kept: KeptHead = {},
): Promise<AuditVerification> => {
  let [position, hash, latest_ms] = [0, BEGINNING, 0];
  let holds_head = kept.head === undefined ? null : false;
  let runs_back_at: number | null = null;
  const found = (rest: Pick<AuditVerification, 'intact' | 'head' | 'broken_at'>) => ({
    ...rest,
    intact: rest.intact && holds_head !== false,
    events: position,
    holds_head,
    runs_back_at,
  });
  for (;;) {
    const links = await selectChain(database, organization_uuid, position, STRETCH);
    for (const link of links) {
      if (!follows(link, position, hash)) return found({ intact: false, head: null, broken_at: position + 1 });
      [position, hash] = [link.position, link.hash];
      if (hash === kept.head && (kept.at ?? position) === position) holds_head = true;
      const at_ms = Date.parse(link.at);
      if (at_ms < latest_ms - MOST_BACK_MS) runs_back_at ??= position;
      latest_ms = Math.max(latest_ms, at_ms);
    }
    if (links.length < STRETCH) break;
  }
  const intact = (await countUnlinked(database, organization_uuid)) === 0;
  return found({ intact, head: position > 0 ? hash : null, broken_at: intact ? null : position + 1 });
};

const follows = (link: AuditEvent, position: number, hash: string): boolean =>
  link.position === position + 1 && link.previous_hash === hash && link.hash === hashOf(link.position, hash, link);

export const verifyEvents = async ({ database, actor, query }: RouteRequest<Routes['audit']['verify']>) => {
  const { organization_uuid = actor.organization_uuid, ...kept } = query;
  const verify = async (of: ScopedDatabase) => {
    await sealChain(of, organization_uuid);
    return verifyChain(of, organization_uuid, kept);
  };
  if (organization_uuid === actor.organization_uuid) return { data: await verify(database) };
  const data = await database.transaction(async (tx) => {
    await tx.bind({ installation: isOperator(actor) });
    const known = await selectOrganizations(tx);
    if (!isOperator(actor) || !known.some(({ uuid }) => uuid === organization_uuid)) throw notFound('organization');
    await tx.bind({ organization_uuid });
    return verify(joining(tx));
  });
  return { data };
};

const isOperator = ({ access_level }: UserActor) => access_level === 'operator';
