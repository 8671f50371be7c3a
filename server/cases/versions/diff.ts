import type { Routes } from '@pharos/contract/table/routes.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { fieldChanges } from '../../versions/field-changes.ts';
import { FIELDS } from '../fields.ts';
import { readCaseVersion } from './get.ts';

/** Compares two versions of a case. */
export const diffCaseVersions = async ({ database, actor, params, query }: RouteRequest<Routes['cases']['diff']>) => {
  const { organization_uuid } = actor;
  const before = await readCaseVersion(database, organization_uuid, params.case_uuid, params.version);
  const after = await readCaseVersion(database, organization_uuid, params.case_uuid, query.to);
  const fields = fieldChanges(FIELDS, before, after);
  const [from, to] = [before.version, after.version];
  return { data: { from, to, fields }, etag: `"${from}-${to}"` };
};
