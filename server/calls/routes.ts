import type { Routes } from '@pharos/contract/routes.ts';
import type { Database } from '../database/database.ts';
import { notFound } from '../http/errors.ts';
import type { Exists, Handlers } from '../http/mount.ts';
import { createCall } from './create.ts';
import { getCall } from './get.ts';
import { importTranscript } from './import-transcript.ts';
import { listCalls } from './list.ts';
import { patchCall } from './patch.ts';
import { callExists } from './queries.ts';
import { removeCall } from './remove.ts';
import { restoreCall } from './restore.ts';
import { updateCall } from './update.ts';

export const callRoutes = (database: Database): Handlers<Routes['calls']> => ({
  list: (request) => listCalls(database, request),
  create: (request) => createCall(database, request),
  get: (request) => getCall(database, request),
  update: (request) => updateCall(database, request),
  patch: (request) => patchCall(database, request),
  remove: (request) => removeCall(database, request),
  restore: (request) => restoreCall(database, request),
  importTranscript: (request) => importTranscript(database, request),
});

export const requireCall =
  (database: Database): Exists =>
  async ({ organization_uuid }, { call_uuid }) => {
    if (call_uuid && !(await callExists(database, organization_uuid, call_uuid))) throw notFound('Call');
  };
