import { randomUUID } from 'node:crypto';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../platform/audit/record.ts';
import { versioned } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { insertLocation } from './queries.ts';
import { guardShorterAt } from './shorter.ts';

export const createLocation = async ({ database, actor, body }: RouteRequest<Routes['locations']['create']>) => {
  const { organization_uuid, user_uuid: created_by } = actor;
  const location = await database.transaction(async (tx) => {
    await guardShorterAt(tx, actor, {}, body);
    const added = await insertLocation(tx, { ...body, organization_uuid, uuid: randomUUID(), created_by });
    record(tx, actor, { subject_type: 'location', subject_uuid: added.uuid, after_version: added.version });
    return added;
  });
  return versioned(location);
};
