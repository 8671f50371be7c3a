import type { Routes } from '@pharos/contract/table/routes.ts';
import { bringCaseBack } from '../cases/restore.ts';
import { conflict } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import type { Recordings } from '../recordings/open-recordings.ts';
import { addDemo } from './add.ts';
import { home } from './home.ts';
import { selectHasCases } from './queries.ts';

/** Fills an organization that has no case with the demo home; what of it was removed is brought back as it was. */
export const addToEmptyHome = async (
  { database, actor }: RouteRequest<Routes['demo']['add']>,
  { recordings }: { recordings: Recordings },
) => {
  const { organization_uuid } = actor;
  await database.transaction(async (tx) => {
    const found = await selectHasCases(tx, organization_uuid);
    if (found?.has_cases)
      throw conflict('organization_not_empty', 'This organization has cases; the demo is for one without');
    let is_back = false;
    for (const { uuid } of home.cases) if (await bringCaseBack(tx, actor, uuid)) is_back = true;
    if (!is_back) await addDemo(tx, actor, recordings.storage);
  });
  return { data: { is_here: true, is_alone: true } };
};
