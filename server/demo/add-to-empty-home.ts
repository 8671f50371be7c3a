import type { Routes } from '@pharos/contract/table/routes.ts';
import { findCase, undeleteCase } from '../cases/queries.ts';
import { subjectOf } from '../cases/write.ts';
import { record } from '../platform/audit/record.ts';
import { conflict, deletedTooLongAgo } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import type { Storage } from '../platform/storage/storage.ts';
import { addDemo } from './add.ts';
import { home } from './home.ts';
import { selectHasCases } from './queries.ts';

/** Fills an organization that has no case with the demo home; what of it was removed is brought back as it was. */
export const addToEmptyHome =
  (storage: Storage) =>
  async ({ database, actor }: RouteRequest<Routes['demo']['add']>) => {
    const { organization_uuid } = actor;
    await database.transaction(async (tx) => {
      const found = await selectHasCases(tx, organization_uuid);
      if (found?.has_cases) throw conflict('home_not_empty', 'There are cases here: the demo is for an empty home');
      const back = [];
      for (const { uuid } of home.cases) {
        const gone = await undeleteCase(tx, organization_uuid, uuid);
        if (gone?.is_over) throw deletedTooLongAgo('case', gone.restorable_days);
        const row = gone && (await findCase(tx, organization_uuid, uuid));
        if (row) back.push(row);
      }
      for (const row of back) await record(tx, actor, { ...subjectOf(row), after_version: row.version });
      if (back.length === 0) await addDemo(tx, actor, storage);
    });
    return { data: { is_here: true } };
  };
