import type { Side } from '@pharos/contract/sides.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { versioned } from '../platform/http/etag.ts';
import { requireJsonSize } from '../platform/json/json-size-limit.ts';
import { mergePatch } from '../platform/json/merge-patch.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { changeCall, lockCall } from './change.ts';
import { type Changes, writableFields } from './changes.ts';
import type { LockedCall } from './queries.ts';

type Patch = RouteRequest<Routes['calls']['patch']>;

/** PATCH (RFC 7396): null clears a field, `speaker_labels`, `speaker_sides` and `provider_metadata` are merged key by key. */
export const patchCall = async ({ database, actor, params, body, if_match }: Patch) => {
  const call = await database.transaction(async (tx) => {
    const current = await lockCall(tx, actor, params.call_uuid);
    return changeCall(tx, actor, current, merged(current, body), { if_match });
  });
  return versioned(call);
};

const merged = (current: LockedCall, { speaker_sides, ...body }: Patch['body']): Changes => {
  const changes = writableFields(body);
  if (body.provider_metadata) {
    changes.provider_metadata = mergePatch(current.provider_metadata?.parse(), body.provider_metadata);
  }
  if (body.speaker_labels) changes.speaker_labels = mergePatch(current.speaker_labels.parse(), body.speaker_labels);
  if (body.speaker_labels === null) changes.speaker_labels = {};
  if (speaker_sides) {
    changes.speaker_sides = mergePatch(current.speaker_sides.parse(), speaker_sides) as Record<string, Side>;
  }
  if (speaker_sides === null) changes.speaker_sides = {};
  requireJsonSize(changes);
  return changes;
};
