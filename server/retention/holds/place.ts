import { randomUUID } from 'node:crypto';
import type { Hold } from '@pharos/contract/retention.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../../platform/audit/record.ts';
import { notFound } from '../../platform/errors/errors.ts';
import { etagOf } from '../../platform/http/etag.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { lockCase } from '../queries.ts';
import { findHold, insertHold } from './queries.ts';

/** Holds a case. With the case locked, either a purge that is running has removed it (404) or finds the hold. */
export const placeHold = async ({ database, actor, params, body }: RouteRequest<Routes['retention']['hold']>) => {
  const hold = await database.transaction(async (tx) => {
    const { organization_uuid, user_uuid: created_by } = actor;
    if (!(await lockCase(tx, organization_uuid, params.case_uuid))) throw notFound('case');
    const placed = { uuid: randomUUID(), case_uuid: params.case_uuid, reason: body.reason, created_by };
    await insertHold(tx, organization_uuid, placed);
    record(tx, actor, { subject_type: 'case', subject_uuid: params.case_uuid });
    return (await findHold(tx, organization_uuid, placed.uuid)) as Hold;
  });
  return { data: hold, etag: etagOf(1) };
};
