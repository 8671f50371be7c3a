import type { Routes } from '@pharos/contract/table/routes.ts';
import { conflict, notFound } from '../../platform/errors/errors.ts';
import { versioned } from '../../platform/http/etag.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { changeCase, lockCase } from '../change.ts';
import { fieldsOf } from '../fields.ts';
import { locationExists } from '../queries.ts';
import { findCaseVersion } from './queries.ts';

type Restore = RouteRequest<Routes['cases']['restoreVersion']>;

/** Makes a case what it was, as a new version; one that is so already is answered unchanged. */
export const restoreCaseVersion = async ({ database, actor, params, if_match }: Restore) => {
  const { organization_uuid } = actor;
  const changed = await database.transaction(async (tx) => {
    const current = await lockCase(tx, actor, params.case_uuid);
    const kept = await findCaseVersion(tx, organization_uuid, current.uuid, params.version);
    if (!kept) throw notFound('version');
    if (kept.location_uuid && !(await locationExists(tx, organization_uuid, kept.location_uuid))) {
      throw conflict(
        'version_location_deleted',
        'The location of that version was deleted; copy its other fields with a PUT',
      );
    }
    const note = { kind: 'restored' as const, version: kept.version };
    return changeCase(tx, actor, current, fieldsOf(kept), { if_match, note });
  });
  return versioned(changed);
};
