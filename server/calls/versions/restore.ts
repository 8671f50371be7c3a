import type { Routes } from '@pharos/contract/table/routes.ts';
import { notFound } from '../../platform/errors/errors.ts';
import { versioned } from '../../platform/http/etag.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { changeCall, lockCall } from '../change.ts';
import { asItWas } from '../changes.ts';
import { findCallVersion } from './queries.ts';

type Restore = RouteRequest<Routes['calls']['restoreVersion']>;

/** Makes a call what it was, as a new version; one that is so already is answered unchanged. */
export const restoreCallVersion = async ({ database, actor, params, if_match }: Restore) => {
  const call = await database.transaction(async (tx) => {
    const current = await lockCall(tx, actor, params.call_uuid);
    const kept = await findCallVersion(tx, actor.organization_uuid, current.uuid, params.version);
    if (!kept) throw notFound('version');
    const note = { kind: 'restored' as const, version: kept.version };
    return changeCall(tx, actor, current, asItWas(kept), { if_match, note });
  });
  return versioned(call);
};
