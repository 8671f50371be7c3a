import type { Routes } from '@pharos/contract/table/routes.ts';
import { versioned } from '../platform/http/etag.ts';
import { requireJsonSize } from '../platform/json/json-size-limit.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import type { ImportedFile } from '../transcripts/stored.ts';
import { changeCall, lockCall } from './change.ts';
import type { Changes } from './changes.ts';
import type { LockedCall } from './queries.ts';

type Import = RouteRequest<Routes['calls']['importTranscript']>;

/** Takes a provider's result as the transcript, keeps the file byte for byte, and reports what was repaired. */
export const importTranscript = async ({ database, actor, params, body, if_match }: Import) => {
  const call = await database.transaction(async (tx) => {
    const current = await lockCall(tx, actor, params.call_uuid);
    const note = { kind: 'imported' as const, format: body.report.format };
    return changeCall(tx, actor, current, imported(current, body), { if_match, file: body, note });
  });
  const { data, etag } = versioned(call);
  return { data: { call: data, report: body.report }, etag };
};

/** The changes that a file makes: what people or programs wrote before stays, and only what is empty is filled. */
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
