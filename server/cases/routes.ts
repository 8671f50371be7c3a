import type { Routes } from '@pharos/contract/table/routes.ts';
import { requireLocation } from '../calls/location.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import type { PathThing } from '../platform/serving/path-things.ts';
import { createCase } from './create.ts';
import { getCase } from './get.ts';
import { listCases } from './list.ts';
import { patchCase } from './patch.ts';
import { caseExists } from './queries.ts';
import { removeCase } from './remove.ts';
import { restoreCase } from './restore.ts';
import { updateCase } from './update.ts';
import { diffCaseVersions } from './versions/diff.ts';
import { getCaseVersion } from './versions/get.ts';
import { listCaseVersions } from './versions/list.ts';
import { restoreCaseVersion } from './versions/restore.ts';

export const caseRoutes: Handlers<Routes['cases']> = {
  list: listCases,
  create: createCase,
  get: getCase,
  update: updateCase,
  patch: patchCase,
  remove: removeCase,
  restore: restoreCase,
  versions: listCaseVersions,
  version: getCaseVersion,
  diff: diffCaseVersions,
  restoreVersion: restoreCaseVersion,
};

export const caseInPath: PathThing = {
  exists: caseExists,
  requireLocation: (tx, actor, case_uuid) => requireLocation(tx, actor, { case_uuid }),
};
