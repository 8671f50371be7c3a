import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../../platform/audit/record.ts';
import { conflict, notFound } from '../../platform/errors/errors.ts';
import { requireMatch } from '../../platform/http/etag.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { lockHold, releaseHold } from './queries.ts';

/** Ends a hold; it stays to be read with its case. */
export const releaseHoldOfCase = ({
  database,
  actor,
  params,
  if_match,
}: RouteRequest<Routes['retention']['release']>) =>
  database.transaction(async (tx) => {
    const hold = await lockHold(tx, actor.organization_uuid, params.hold_uuid);
    if (!hold) throw notFound('hold');
    if (hold.released_at !== null) throw conflict('hold_already_released', 'This hold was already released');
    requireMatch(if_match, 1);
    await releaseHold(tx, actor.organization_uuid, hold.uuid, actor.user_uuid);
    // Of the case, as placing it was: the hold itself goes with the case one day.
    record(tx, actor, { subject_type: 'case', subject_uuid: hold.case_uuid });
  });
