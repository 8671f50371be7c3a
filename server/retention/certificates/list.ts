import type { Routes } from '@pharos/contract/routes.ts';
import { DEFAULT_LIMIT, pageOf } from '../../http/cursor.ts';
import type { Incoming } from '../../http/mount.ts';
import { selectCertificates } from './queries.ts';

export const listCertificates = async ({
  database,
  actor,
  query,
}: Incoming<Routes['retention']['listCertificates']>) => {
  const limit = query.limit ?? DEFAULT_LIMIT;
  const rows = await selectCertificates(database, actor.organization_uuid, query.cursor, limit + 1);
  return { data: pageOf(rows, limit) };
};
