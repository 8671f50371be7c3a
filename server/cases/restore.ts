import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../platform/audit/record.ts';
import { deletedTooLongAgo, notFound } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerCase } from './answer.ts';
import { findCase, undeleteCase } from './queries.ts';
import { subjectOf } from './write.ts';

/** Brings a deleted case back with the calls that went with it; one that is there already is answered unchanged. */
export const restoreCase = async ({ database, actor, params }: RouteRequest<Routes['cases']['restore']>) =>
  answerCase(
    await database.transaction(async (tx) => {
      const gone = await undeleteCase(tx, actor.organization_uuid, params.case_uuid);
      if (gone?.is_over) throw deletedTooLongAgo('case', gone.restorable_days);
      const found = await findCase(tx, actor.organization_uuid, params.case_uuid);
      if (!found) throw notFound('case');
      await record(tx, actor, { ...subjectOf(found), after_version: found.version });
      return found;
    }),
  );
