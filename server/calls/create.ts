import { randomUUID } from 'node:crypto';
import type { Routes } from '@pharos/contract/routes.ts';
import type { Database } from '../database/database.ts';
import { noSuch } from '../http/errors.ts';
import type { Incoming } from '../http/mount.ts';
import { answerCall } from './answer.ts';
import { changedFields, writeChanges } from './change.ts';
import { givenFields } from './fields.ts';
import { insertCall } from './queries.ts';

/** POST: a new call of a case; its first state is version 1. */
export const createCall = async (database: Database, { actor, body }: Incoming<Routes['calls']['create']>) =>
  answerCall(
    await database.transaction(async (tx) => {
      const { organization_uuid, user_uuid: created_by } = actor;
      const call = await insertCall(tx, {
        uuid: randomUUID(),
        organization_uuid,
        case_uuid: body.case_uuid,
        created_by,
      });
      if (!call) throw noSuch('Case', '/case_uuid');
      const changes = givenFields(body);
      return writeChanges(tx, actor, call, changes, changedFields(call, changes));
    }),
  );
