import type { Routes } from '@pharos/contract/table/routes.ts';
import { versioned } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { changeCase, lockCase } from './change.ts';
import { givenFields } from './fields.ts';

type Update = RouteRequest<Routes['cases']['update']>;

/** PUT: a field that is absent or null stays as it is. */
export const updateCase = async ({ database, actor, params, body, if_match }: Update) => {
  const changed = await database.transaction(async (tx) => {
    const current = await lockCase(tx, actor, params.case_uuid);
    return changeCase(tx, actor, current, givenFields(body), { if_match });
  });
  return versioned(changed);
};
