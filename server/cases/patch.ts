import type { Routes } from '@pharos/contract/table/routes.ts';
import { versioned } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { changeCase, lockCase } from './change.ts';

type Patch = RouteRequest<Routes['cases']['patch']>;

/** PATCH (RFC 7396): null clears a field. */
export const patchCase = async ({ database, actor, params, body, if_match }: Patch) => {
  const changed = await database.transaction(async (tx) => {
    const current = await lockCase(tx, actor, params.case_uuid);
    return changeCase(tx, actor, current, body, { if_match });
  });
  return versioned(changed);
};
