import type { Routes } from '@pharos/contract/table/routes.ts';
import { notFound } from '../platform/errors/errors.ts';
import type { Handlers, RequireExists } from '../platform/serving/handler.ts';
import { getCertificate } from './certificates/get.ts';
import { listCertificates } from './certificates/list.ts';
import { listHolds, listHoldsOfCase } from './holds/list.ts';
import { placeHold } from './holds/place.ts';
import { caseExists } from './holds/queries.ts';
import { releaseHoldOfCase } from './holds/release.ts';
import { previewPurge } from './preview.ts';
import { purgeNow } from './purge.ts';

export const retentionRoutes: Handlers<Routes['retention']> = {
  listHolds,
  listHoldsOfCase,
  hold: placeHold,
  release: releaseHoldOfCase,
  preview: previewPurge,
  purge: purgeNow,
  listCertificates,
  getCertificate,
};

/** Also a deleted case can be held. */
export const requireHeldCase: RequireExists = async (database, { organization_uuid }, { case_uuid }) => {
  if (case_uuid && !(await caseExists(database, organization_uuid, case_uuid))) throw notFound('case');
};
