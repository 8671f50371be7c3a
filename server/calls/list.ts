import type { Routes } from '@pharos/contract/routes.ts';
import type { Database } from '../database/database.ts';
import { DEFAULT_LIMIT, pageOf } from '../http/cursor.ts';
import type { Incoming } from '../http/mount.ts';
import { selectCalls } from './queries.ts';

export const listCalls = async (database: Database, { actor, query }: Incoming<Routes['calls']['list']>) => {
  const limit = query.limit ?? DEFAULT_LIMIT;
  return { data: pageOf(await selectCalls(database, actor.organization_uuid, query, limit + 1), limit) };
};
