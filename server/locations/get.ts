import type { Routes } from '@pharos/contract/table/routes.ts';
import { notFound } from '../platform/errors/errors.ts';
import { versioned } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { findLocation } from './queries.ts';

export const getLocation = async ({ database, actor, params }: RouteRequest<Routes['locations']['get']>) => {
  const found = await findLocation(database, actor.organization_uuid, params.location_uuid);
  if (!found) throw notFound('location');
  return versioned(found);
};
