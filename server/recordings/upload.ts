import { randomUUID } from 'node:crypto';
import type { Routes } from '@pharos/contract/table/routes.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerRecording } from './answer.ts';
import type { Recordings } from './open-recordings.ts';
import { keepRecording } from './save-recording.ts';

/** PUT: streams a recording into the storage, which shows it to nobody before all of it is durable. */
export const uploadRecording = async (
  { database, actor, params, query, body, signal }: RouteRequest<Routes['recordings']['upload']>,
  { recordings }: { recordings: Recordings },
) => {
  const key = { organization_uuid: actor.organization_uuid, uuid: randomUUID() };
  const stored = await recordings.storage.write(key, body);
  const arrived = { key, call_uuid: params.call_uuid, stored, file_name: query.file_name, signal };
  const recording = await keepRecording(recordings, database, actor, arrived);
  recordings.listening.begin(database, actor.organization_uuid, recording.call_uuid);
  return { data: answerRecording(recording) };
};
