import type { Routes } from '@pharos/contract/routes.ts';
import type { Database } from '../database/database.ts';
import type { Handlers } from '../http/mount.ts';
import type { Storage } from '../storage/storage.ts';
import type { Drawing } from './draw.ts';
import { getRecording, readInfo } from './get.ts';
import { createLink, openLink } from './links.ts';
import { removeRecordingOf } from './remove.ts';
import { uploadRecording } from './upload.ts';

export type RecordingTools = { database: Database; storage: Storage; drawing: Drawing; address: () => string };

export const recordingRoutes = ({
  database,
  storage,
  drawing,
  address,
}: RecordingTools): Handlers<Routes['recordings']> => ({
  upload: (request) => uploadRecording(storage, drawing, request),
  get: (request) => getRecording(storage, request),
  info: readInfo,
  peaks: async ({ database, actor, params }) => ({
    data: await drawing.read(database, actor.organization_uuid, params.call_uuid),
  }),
  link: (request) => createLink(address(), request),
  open: (request) => openLink(database, storage, request),
  remove: removeRecordingOf,
});
