import { randomUUID } from 'node:crypto';
import type { Routes } from '@pharos/contract/table/routes.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerRecording } from './answer.ts';
import type { RecordingTools } from './recording-tools.ts';
import { keepRecording } from './save-recording.ts';

type Upload = RouteRequest<Routes['recordings']['upload']>;

/** PUT: streams a recording into the storage, which shows it to nobody before all of it is durable. */
export const uploadRecording = async (
  { storage, media, drawing }: Pick<RecordingTools, 'storage' | 'media' | 'drawing'>,
  { database, actor, params, query, body, signal }: Upload,
) => {
  const key = { organization_uuid: actor.organization_uuid, uuid: randomUUID() };
  const stored = await storage.write(key, body);
  const arrived = { key, call_uuid: params.call_uuid, stored, file_name: query.file_name, signal };
  const recording = await keepRecording({ storage, media }, database, actor, arrived);
  drawing.begin(database, actor.organization_uuid, recording.call_uuid);
  return { data: answerRecording(recording) };
};
