import type { Routes } from '@pharos/contract/table/routes.ts';
import { notFound } from '../platform/errors/errors.ts';
import { versioned } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { findUser } from './queries.ts';

export const getUser = async ({ database, actor, params }: RouteRequest<Routes['users']['get']>) => {
  const found = await findUser(database, actor.organization_uuid, params.user_uuid);
  if (!found) throw notFound('user');
  return versioned(found);
};
