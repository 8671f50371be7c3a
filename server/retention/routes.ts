import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import { getCertificate } from './certificates/get.ts';
import { listCertificates } from './certificates/list.ts';
import { listHolds, listHoldsOfCase } from './holds/list.ts';
import { placeHold } from './holds/place.ts';
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
