import type { Routes } from '@pharos/contract/routes.ts';
import { DEFAULT_LIMIT, pageOf } from '../http/cursor.ts';
import type { Incoming } from '../http/mount.ts';
import { selectUsers } from './queries.ts';

export const listUsers = async ({ database, actor, query }: Incoming<Routes['users']['list']>) => {
  const limit = query.limit ?? DEFAULT_LIMIT;
  return { data: pageOf(await selectUsers(database, actor.organization_uuid, query.cursor, limit + 1), limit) };
};
