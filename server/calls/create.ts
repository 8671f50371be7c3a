import { randomUUID } from 'node:crypto';
import type { Routes } from '@pharos/contract/table/routes.ts';
import type { UserActor } from '../platform/auth/actor.ts';
import type { OpenTransaction } from '../platform/database/database.ts';
import { noSuch } from '../platform/errors/errors.ts';
import { versioned } from '../platform/http/etag.ts';
import { StoredJson } from '../platform/json/stored-json.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerOf, writeCall } from './change.ts';
import { type Changes, changedFields, givenFields } from './changes.ts';
import { COLUMNS } from './fields.ts';
import { requireLocation } from './location.ts';
import { type CallColumns, findCaseOfNewCall, type LockedCall } from './queries.ts';

/** POST: a new call of a case. */
export const createCall = async ({ database, actor, body }: RouteRequest<Routes['calls']['create']>) => {
  const call = await database.transaction(async (tx) => {
    await requireLocation(tx, actor, body);
    const added = await addCall(tx, actor, { uuid: randomUUID(), case_uuid: body.case_uuid }, givenFields(body));
    return answerOf(tx, added);
  });
  return versioned(call);
};

/** Adds a call to a case; its first state is version 1. 404 where the case is not there. */
export const addCall = async (
  tx: OpenTransaction,
  actor: UserActor,
  { uuid, case_uuid }: { uuid: string; case_uuid: string },
  changes: Changes,
) => {
  const parent = await findCaseOfNewCall(tx, actor.organization_uuid, case_uuid);
  if (!parent) throw noSuch('case', '/case_uuid');
  const empty = emptyCall(actor, { uuid, ...parent });
  return writeCall(tx, actor, empty, changes, changedFields(empty, changes), { by: actor.user_uuid });
};

/** A call before its first version. */
const emptyCall = (
  { organization_uuid, user_uuid: created_by }: UserActor,
  { uuid, case_uuid, now }: { uuid: string; case_uuid: string; now: string },
): LockedCall => ({
  ...(Object.fromEntries(COLUMNS.map((name) => [name, null])) as Record<keyof CallColumns, null>),
  uuid,
  case_uuid,
  organization_uuid,
  created_by,
  created_at: now,
  updated_at: now,
  is_fully_labelled: false,
  speaker_labels: new StoredJson('{}'),
  speaker_sides: new StoredJson('{}'),
  version: 0,
  transcript_uuid: null,
  transcript_digest: null,
  now,
});
