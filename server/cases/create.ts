import { randomUUID } from 'node:crypto';
import type { Routes } from '@pharos/contract/routes.ts';
import type { Database } from '../database/database.ts';
import type { Incoming } from '../http/mount.ts';
import { answerCase } from './answer.ts';
import { type CaseRow, insertCase } from './queries.ts';
import { changedCaseFields, writeChangedCase } from './write.ts';

export const createCase = async (database: Database, { actor, body }: Incoming<Routes['cases']['create']>) =>
  answerCase(
    await database.transaction(async (tx) => {
      const empty = (await insertCase(tx, actor.organization_uuid, randomUUID(), actor.user_uuid)) as CaseRow;
      return writeChangedCase(tx, empty, changedCaseFields(empty, body));
    }),
  );
