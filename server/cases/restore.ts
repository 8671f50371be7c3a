import type { Routes } from '@pharos/contract/routes.ts';
import type { Database } from '../database/database.ts';
import { notFound } from '../http/errors.ts';
import type { Incoming } from '../http/mount.ts';
import { answerCase } from './answer.ts';
import { findCase, undeleteCase } from './queries.ts';

/** Brings a deleted case back with the calls that went with it; one that is there already is answered unchanged. */
export const restoreCase = async (database: Database, { actor, params }: Incoming<Routes['cases']['restore']>) =>
  answerCase(
    await database.transaction(async (tx) => {
      await undeleteCase(tx, actor.organization_uuid, params.case_uuid);
      const found = await findCase(tx, actor.organization_uuid, params.case_uuid);
      if (!found) throw notFound('Case');
      return found;
    }),
  );
