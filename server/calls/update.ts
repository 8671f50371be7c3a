import type { Routes } from '@pharos/contract/table/routes.ts';
import { versioned } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { changeCall, lockCall } from './change.ts';
import { givenFields } from './changes.ts';

type Update = RouteRequest<Routes['calls']['update']>;

/** PUT: a field that is absent or null stays as it is, so that a client which sends every key erases nothing. */
export const updateCall = async ({ database, actor, params, body, if_match }: Update) => {
  const call = await database.transaction(async (tx) => {
    const current = await lockCall(tx, actor, params.call_uuid);
    return changeCall(tx, actor, current, givenFields(body), { if_match });
  });
  return versioned(call);
};
