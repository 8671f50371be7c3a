import type { Routes } from '@pharos/contract/routes.ts';
import type { Database } from '../database/database.ts';
import { notFound } from '../http/errors.ts';
import type { Exists, Handlers } from '../http/mount.ts';
import { createCase } from './create.ts';
import { getCase } from './get.ts';
import { listCases } from './list.ts';
import { findCase } from './queries.ts';
import { removeCase } from './remove.ts';
import { restoreCase } from './restore.ts';
import { updateCase } from './update.ts';

export const caseRoutes = (database: Database): Handlers<Routes['cases']> => ({
  list: (request) => listCases(database, request),
  create: (request) => createCase(database, request),
  get: (request) => getCase(database, request),
  update: (request) => updateCase(database, request),
  remove: (request) => removeCase(database, request),
  restore: (request) => restoreCase(database, request),
});

export const requireCase =
  (database: Database): Exists =>
  async ({ organization_uuid }, { case_uuid }) => {
    if (case_uuid && !(await findCase(database, organization_uuid, case_uuid))) throw notFound('Case');
  };
