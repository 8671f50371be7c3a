import type { Routes } from '@pharos/contract/table/routes.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { FIELDS } from '../fields.ts';
import { readCaseVersion } from './get.ts';

/** What differs between two versions of a case. */
export const diffCaseVersions = async ({ database, actor, params, query }: RouteRequest<Routes['cases']['diff']>) => {
  const { organization_uuid } = actor;
  const before = await readCaseVersion(database, organization_uuid, params.case_uuid, params.version);
  const after = await readCaseVersion(database, organization_uuid, params.case_uuid, query.to);
  const changed = FIELDS.filter((field) => before[field] !== after[field]);
  const fields = changed.map((field) => ({ field, before: before[field], after: after[field] }));
  const [from, to] = [before.version, after.version];
  return { data: { from, to, fields }, etag: `"${from}-${to}"` };
};
