import type { Routes } from '@pharos/contract/table/routes.ts';
import { versioned } from '../platform/http/etag.ts';
import { requireTimeZone } from '../platform/http/time-zone.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { changeOrganization, lockOrganization } from './change.ts';

type Patch = RouteRequest<Routes['organizations']['patch']>;

/** PATCH (RFC 7396) of one's own organization. */
export const patchOrganization = async ({ database, actor, params, body, if_match }: Patch) => {
  requireTimeZone(body.time_zone, '/time_zone');
  const organization = await database.transaction(async (tx) => {
    const current = await lockOrganization(tx, actor, params.organization_uuid);
    return changeOrganization(tx, actor, current, body, { if_match });
  });
  return versioned(organization);
};
