import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Database } from '../platform/database/database.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import type { Storage } from '../platform/storage/storage.ts';
import { getRecording, readInfo } from './get.ts';
import { createLink, openLink } from './links.ts';
import { removeRecordingOf } from './remove.ts';
import { uploadRecording } from './upload.ts';
import type { Drawing } from './waveforms.ts';

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
