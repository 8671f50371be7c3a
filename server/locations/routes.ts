import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import type { PathThing } from '../platform/serving/path-things.ts';
import { createLocation } from './create.ts';
import { getLocation } from './get.ts';
import { listLocations } from './list.ts';
import { patchLocation } from './patch.ts';
import { findLocation } from './queries.ts';
import { removeLocation } from './remove.ts';

export const locationRoutes: Handlers<Routes['locations']> = {
  list: listLocations,
  create: createLocation,
  get: getLocation,
  patch: patchLocation,
  remove: removeLocation,
};

export const locationInPath: PathThing = {
  exists: (tx, organization_uuid, uuid) => findLocation(tx, organization_uuid, uuid),
};
