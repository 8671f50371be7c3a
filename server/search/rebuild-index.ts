import type { Routes } from '@pharos/contract/table/routes.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { compact } from './compact.ts';
import { indexMissing } from './index-missing.ts';
import { deleteIndex, markIndexed, takeIndex } from './queries.ts';
import { compareIndex } from './verify-index.ts';

/** Rebuilds an organization's index. Searches continue, and report its progress until it is done. */
export const rebuildIndex = async ({ database, actor }: RouteRequest<Routes['search']['rebuildIndex']>) => {
  const { organization_uuid } = actor;
  await database.transaction(async (tx) => {
    await takeIndex(tx, organization_uuid);
    await markIndexed(tx, organization_uuid, false);
    await deleteIndex(tx, organization_uuid);
  });
  await indexMissing(database, organization_uuid);
  await compact(database, organization_uuid);
  return { data: await compareIndex(database, organization_uuid) };
};
