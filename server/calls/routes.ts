import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import type { PathThing } from '../platform/serving/path-things.ts';
import { createCall } from './create.ts';
import { exportCall } from './exports/export.ts';
import type { ExportPool } from './exports/export-pool.ts';
import { getCall } from './get.ts';
import { importTranscript } from './import-transcript.ts';
import { listCalls } from './lists/list.ts';
import { requireLocation } from './location.ts';
import { patchCall } from './patch.ts';
import { callExists } from './queries.ts';
import { measureCall } from './readings/measure.ts';
import { readOpening } from './readings/opening.ts';
import type { ReadingPool } from './readings/reading-pool.ts';
import { listRedactions } from './readings/redactions.ts';
import { removeCall } from './remove.ts';
import { restoreCall } from './restore.ts';
import { updateCall } from './update.ts';
import { diffCallVersions } from './versions/diff.ts';
import type { DiffPool } from './versions/diff-pool.ts';
import { getCallVersion } from './versions/get.ts';
import { listCallVersions } from './versions/list.ts';
import { restoreCallVersion } from './versions/restore.ts';
import { restoreTranscript } from './versions/restore-transcript.ts';

type Needs = { exports: ExportPool; diffs: DiffPool; readings: ReadingPool };

export const callRoutes: Omit<Handlers<Routes['calls'], Needs>, 'move' | 'join' | 'part' | 'parts' | 'offerCases'> = {
  list: listCalls,
  create: createCall,
  get: getCall,
  update: updateCall,
  patch: patchCall,
  remove: removeCall,
  restore: restoreCall,
  importTranscript,
  exportTranscript: exportCall,
  measures: measureCall,
  opening: readOpening,
  redactions: listRedactions,
  versions: listCallVersions,
  version: getCallVersion,
  diff: diffCallVersions,
  restoreVersion: restoreCallVersion,
  restoreTranscript,
};

export const callInPath: PathThing = {
  exists: callExists,
  requireLocation: (tx, actor, call_uuid) => requireLocation(tx, actor, { call_uuid }),
};
