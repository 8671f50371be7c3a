import type { Routes } from '@pharos/contract/table/routes.ts';
import { requireJsonSize } from '../platform/json/json-size-limit.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import type { ImportedFile } from '../transcripts/stored.ts';
import { answerCall } from './answer.ts';
import { type Changes, changeCall } from './change.ts';
import type { LockedCall } from './queries.ts';

/** Takes a provider's result as the transcript, keeps the file byte for byte, and reports what was repaired. */
export const importTranscript = async ({
  database,
  actor,
  params,
  body,
  if_match,
}: RouteRequest<Routes['calls']['importTranscript']>) => {
  const call = await database.transaction((tx) =>
    changeCall(tx, actor, params.call_uuid, (current) => imported(current, body), { if_match, file: body }),
  );
  const { data, etag } = answerCall(call);
  return { data: { call: data, report: body.report }, etag };
};

// What people or programs wrote before stays: a file fills what is empty and adds its own ids.
export const imported = (current: LockedCall, file: ImportedFile): Changes => {
  const { transcript, duration, provider_metadata, names } = file;
  const changes: Changes = { transcript };
  if (current.duration === null && duration !== undefined) changes.duration = duration;
  if (Object.keys(provider_metadata).length > 0) {
    changes.provider_metadata = { ...(current.provider_metadata?.parse() as object), ...provider_metadata };
  }
  if (Object.keys(names).length > 0) {
    changes.speaker_labels = { ...names, ...(current.speaker_labels.parse() as object) };
  }
  requireJsonSize(changes);
  return changes;
};
