import type { OrganizationPatch } from '@pharos/contract/organizations.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { versioned } from '../platform/http/etag.ts';
import { requireTimeZone } from '../platform/http/time-zone.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { guardShortening } from '../retention/shortening.ts';
import { changeOrganization, lockOrganization } from './change.ts';

type Patch = RouteRequest<Routes['organizations']['patch']>;

/** The days that a patch names. */
const retentionIn = ({ retention_days, pre_need_retention_days, restorable_days }: OrganizationPatch) => ({
  ...(retention_days !== undefined && { retention_days }),
  ...(pre_need_retention_days !== undefined && { pre_need_retention_days }),
  ...(restorable_days !== undefined && { restorable_days }),
});

/** PATCH (RFC 7396) of one's own organization. */
export const patchOrganization = async ({ database, actor, params, body, if_match }: Patch) => {
  requireTimeZone(body.time_zone, '/time_zone');
  const organization = await database.transaction(async (tx) => {
    const current = await lockOrganization(tx, actor, params.organization_uuid);
    await guardShortening(tx, actor, current, retentionIn(body));
    return changeOrganization(tx, actor, current, body, { if_match });
  });
  return versioned(organization);
};
