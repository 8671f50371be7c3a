import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import { getRecording, readInfo } from './get.ts';
import { createLink, openLink } from './links.ts';
import type { RecordingTools } from './recording-tools.ts';
import { removeRecordingOf } from './remove.ts';
import { uploadRecording } from './upload.ts';

export const recordingRoutes = ({
  database,
  storage,
  media,
  drawing,
  address,
}: RecordingTools): Handlers<Routes['recordings']> => ({
  upload: (request) => uploadRecording({ storage, media, drawing }, request),
  get: (request) => getRecording(storage, request),
  info: readInfo,
  peaks: async ({ database, actor, params }) => ({
    data: await drawing.read(database, actor.organization_uuid, params.call_uuid),
  }),
  link: (request) => createLink(address(), request),
  open: (request) => openLink(database, storage, request),
  remove: removeRecordingOf,
});
