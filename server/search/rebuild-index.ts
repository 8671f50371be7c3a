import type { Routes } from '@pharos/contract/table/routes.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { compact } from './compact.ts';
import { indexMissing } from './index-missing.ts';
import { reopenIndex } from './indexing.ts';
import { deleteIndex } from './queries.ts';
import { compareIndex } from './verify-index.ts';

/** Rebuilds an organization's index. Searches continue, and report its progress until it is done. */
export const rebuildIndex = async ({ database, actor }: RouteRequest<Routes['search']['rebuildIndex']>) => {
  const { organization_uuid } = actor;
  await database.transaction((tx) => deleteIndex(tx, organization_uuid));
  reopenIndex(organization_uuid);
  await indexMissing(database, organization_uuid);
  await compact(database, organization_uuid);
  return { data: await compareIndex(database, organization_uuid) };
};
