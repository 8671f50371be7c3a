import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { notFound } from '../../platform/errors/errors.ts';
import { etagOf } from '../../platform/http/etag.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { findCase } from '../queries.ts';
import { findCaseVersion } from './queries.ts';

/** A case as it was. */
export const getCaseVersion = async ({ database, actor, params }: RouteRequest<Routes['cases']['version']>) => {
  const row = await readCaseVersion(database, actor.organization_uuid, params.case_uuid, params.version);
  const { version, changed, note, changed_by: created_by, ...found } = row;
  const data = { version, created_at: found.updated_at, created_by, changed, note, case: found };
  return { data, etag: etagOf(version) };
};

/** A version, the newest where no number is given; 404 for what is not there. */
export const readCaseVersion = async (
  tx: Transaction,
  organization_uuid: string,
  case_uuid: string,
  version?: number,
) => {
  const found = await findCaseVersion(tx, organization_uuid, case_uuid, version);
  if (!found) throw notFound((await findCase(tx, organization_uuid, case_uuid)) ? 'version' : 'case');
  return found;
};
