import { randomUUID } from 'node:crypto';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../platform/audit/record.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerLocation, subjectOf } from './answer.ts';
import { insertLocation, type LocationRow } from './queries.ts';

export const createLocation = ({ database, actor, body }: RouteRequest<Routes['locations']['create']>) =>
  database.transaction(async (tx) => {
    const { organization_uuid, user_uuid: created_by } = actor;
    const location = { ...body, organization_uuid, uuid: randomUUID(), created_by };
    const added = (await insertLocation(tx, location)) as LocationRow;
    await record(tx, actor, { ...subjectOf(added), before_version: null, after_version: added.version });
    return answerLocation(added);
  });
