import type { Routes } from '@pharos/contract/routes.ts';
import type { Database } from '../database/database.ts';
import { conflict, notFound } from '../http/errors.ts';
import type { Incoming } from '../http/mount.ts';
import { answerCall } from './answer.ts';
import { readCall } from './get.ts';
import { undeleteCall } from './queries.ts';

/** Brings a deleted call back as it was; a call that is there already is answered unchanged. */
export const restoreCall = async (database: Database, { actor, params }: Incoming<Routes['calls']['restore']>) =>
  answerCall(
    await database.transaction(async (tx) => {
      const restored = await undeleteCall(tx, actor.organization_uuid, params.call_uuid);
      if (!restored) throw notFound('Call');
      if (restored.case_deleted) throw conflict('The case of this call is deleted; restore the case first');
      return readCall(tx, actor.organization_uuid, params.call_uuid);
    }),
  );
