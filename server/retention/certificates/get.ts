import type { Routes } from '@pharos/contract/table/routes.ts';
import { notFound } from '../../platform/errors/errors.ts';
import { etagOf } from '../../platform/http/etag.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { findCertificate } from './queries.ts';

/** A certificate is never changed: its version is always the first. */
export const getCertificate = async ({
  database,
  actor,
  params,
}: RouteRequest<Routes['retention']['getCertificate']>) => {
  const found = await findCertificate(database, actor.organization_uuid, params.purge_certificate_uuid);
  if (!found) throw notFound('purge_certificate');
  return { data: found, etag: etagOf(1) };
};
