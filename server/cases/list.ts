import type { Routes } from '@pharos/contract/routes.ts';
import { limitOf } from '../auth/location.ts';
import { DEFAULT_LIMIT, pageOf } from '../http/cursor.ts';
import type { Incoming } from '../http/mount.ts';
import { selectCases } from './queries.ts';

export const listCases = async ({ database, actor, query }: Incoming<Routes['cases']['list']>) => {
  const limit = query.limit ?? DEFAULT_LIMIT;
  return {
    data: pageOf(await selectCases(database, actor.organization_uuid, query, limitOf(actor), limit + 1), limit),
  };
};
