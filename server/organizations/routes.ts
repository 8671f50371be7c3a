import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Sealer } from '../platform/audit/seal.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import type { PathThing } from '../platform/serving/path-things.ts';
import { createOrganization } from './create.ts';
import { getOrganization } from './get.ts';
import { inviteAdmin } from './invite-admin.ts';
import { listOrganizations } from './list.ts';
import { patchOrganization } from './patch.ts';
import { findOrganization } from './queries.ts';

type Needs = { address: () => string; sealer: Pick<Sealer, 'soon'> };

export const organizationRoutes: Handlers<Routes['organizations'], Needs> = {
  list: listOrganizations,
  create: createOrganization,
  inviteAdmin,
  get: getOrganization,
  patch: patchOrganization,
};

/** Organization in a path: only the actor's own exists there, or for a route of operators any. */
export const organizationInPath: PathThing = {
  exists: (tx, _organization_uuid, uuid) => findOrganization(tx, uuid),
};
