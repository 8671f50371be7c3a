import type { Routes } from '@pharos/contract/table/routes.ts';
import type { ReadingPool } from '../calls/readings/reading-pool.ts';
import type { Database } from '../platform/database/database.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import { getRecording, readInfo, readPeaks } from './get.ts';
import { createLink, openLink } from './links.ts';
import type { Recordings } from './open-recordings.ts';
import { removeRecordingOf } from './remove.ts';
import { uploadRecording } from './upload.ts';

type Needs = { recordings: Recordings; readings: ReadingPool; database: Database; address: () => string };

export const recordingRoutes: Handlers<Routes['recordings'], Needs> = {
  upload: uploadRecording,
  get: getRecording,
  info: readInfo,
  peaks: readPeaks,
  link: createLink,
  open: openLink,
  remove: removeRecordingOf,
};
