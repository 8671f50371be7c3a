import type { Routes } from '@pharos/contract/table/routes.ts';
import { record, subject } from '../platform/audit/record.ts';
import { conflict } from '../platform/errors/errors.ts';
import { requireMatch } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { lockLocation } from './change.ts';
import { deleteLocation, findUse } from './queries.ts';

/** DELETE, for good, where nothing names the location. A transaction about to name it has locked it, and is waited for. */
export const removeLocation = ({ database, actor, params, if_match }: RouteRequest<Routes['locations']['remove']>) =>
  database.transaction(async (tx) => {
    const current = await lockLocation(tx, actor, params.location_uuid);
    requireMatch(if_match, current.version);
    const use = await findUse(tx, current.organization_uuid, current.uuid);
    if (use?.by === 'case')
      throw conflict('location_has_cases', 'Cases name this location, or deleted ones that can be restored do');
    if (use)
      throw conflict('location_has_users', 'Users are limited to this location; change their location_uuids first');
    deleteLocation(tx, current);
    record(tx, actor, subject('location', current));
  });
