import { randomUUID } from 'node:crypto';
import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Actor } from '../platform/auth/actor.ts';
import type { Transaction } from '../platform/database/database.ts';
import { noSuch } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerCall } from './answer.ts';
import { type Changes, changedFields, writeChanges } from './change.ts';
import { givenFields } from './fields.ts';
import { requireLocation } from './location.ts';
import { insertCall } from './queries.ts';

/** POST: a new call of a case. */
export const createCall = async ({ database, actor, body }: RouteRequest<Routes['calls']['create']>) =>
  answerCall(
    await database.transaction(async (tx) => {
      await requireLocation(tx, actor, body);
      return addCall(tx, actor, { uuid: randomUUID(), case_uuid: body.case_uuid }, givenFields(body));
    }),
  );

/** Adds a call to a case; its first state is version 1. 404 where the case is not there. */
export const addCall = async (
  tx: Transaction,
  actor: Actor,
  call: { uuid: string; case_uuid: string },
  changes: Changes,
) => {
  const { organization_uuid, user_uuid: created_by } = actor;
  const empty = await insertCall(tx, { ...call, organization_uuid, created_by });
  if (!empty) throw noSuch('case', '/case_uuid');
  return writeChanges(tx, actor, empty, changes, changedFields(empty, changes));
};
