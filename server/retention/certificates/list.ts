import type { Routes } from '@pharos/contract/table/routes.ts';
import { pageOf } from '../../platform/http/cursor.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { selectCertificates } from './queries.ts';

export const listCertificates = async ({
  database,
  actor,
  query,
}: RouteRequest<Routes['retention']['listCertificates']>) => {
  const { organization_uuid } = actor;
  return { data: await pageOf(query, (slice) => selectCertificates(database, organization_uuid, slice)) };
};
