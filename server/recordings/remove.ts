import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../platform/audit/record.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { readRecording } from './get.ts';
import { removeRecording } from './queries.ts';

/** DELETE: nobody hears it any more; row and bytes go for good when the time for bringing things back is over. */
export const removeRecordingOf = ({ database, actor, params }: RouteRequest<Routes['recordings']['remove']>) =>
  database.transaction(async (tx) => {
    const recording = await readRecording(tx, actor.organization_uuid, params.call_uuid);
    await removeRecording(tx, recording, actor.user_uuid);
    record(tx, actor, { subject_type: 'recording', subject_uuid: recording.uuid });
  });
