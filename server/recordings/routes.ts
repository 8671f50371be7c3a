import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Database } from '../platform/database/database.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import { getRecording, readInfo } from './get.ts';
import { createLink, openLink } from './links.ts';
import type { Recordings } from './open-recordings.ts';
import { removeRecordingOf } from './remove.ts';
import { uploadRecording } from './upload.ts';

export const recordingRoutes = (
  recordings: Recordings,
  database: Database,
  address: () => string,
): Handlers<Routes['recordings']> => ({
  upload: (request) => uploadRecording(recordings, request),
  get: (request) => getRecording(recordings, request),
  info: readInfo,
  peaks: async ({ database, actor, params }) => ({
    data: await recordings.listening.readPeaks(database, actor.organization_uuid, params.call_uuid),
  }),
  link: (request) => createLink(address(), request),
  open: (request) => openLink(database, recordings, request),
  remove: removeRecordingOf,
});
