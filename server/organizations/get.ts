import type { Routes } from '@pharos/contract/table/routes.ts';
import { notFound } from '../platform/errors/errors.ts';
import { versioned } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { findOrganization } from './queries.ts';

/** The actor's own organization, or for an operator any; throws 404 for others. */
export const getOrganization = async ({ database, actor, params }: RouteRequest<Routes['organizations']['get']>) => {
  const isOperator = actor.access_level === 'operator';
  if (!isOperator && params.organization_uuid !== actor.organization_uuid) throw notFound('organization');
  const found = await database.transaction(async (tx) => {
    if (isOperator) await tx.bind({ installation: true });
    return findOrganization(tx, params.organization_uuid);
  });
  if (!found) throw notFound('organization');
  return versioned(found);
};
