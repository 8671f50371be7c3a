import type { Routes } from '@pharos/contract/table/routes.ts';
import { conflict } from '../../platform/errors/errors.ts';
import { versioned } from '../../platform/http/etag.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { changeCall, lockCall } from '../change.ts';
import { findOriginal } from './queries.ts';

type Restore = RouteRequest<Routes['calls']['restoreTranscript']>;

/** Brings the provider's original back, or else the first transcript, as a new version. */
export const restoreTranscript = async ({ database, actor, params, if_match }: Restore) => {
  const call = await database.transaction(async (tx) => {
    const current = await lockCall(tx, actor, params.call_uuid);
    const transcript = await findOriginal(tx, actor.organization_uuid, current.uuid);
    if (!transcript) throw conflict('no_transcript', 'This call never had a transcript; give it one first');
    const note = { kind: 'restored_transcript' as const };
    return changeCall(tx, actor, current, { transcript }, { if_match, note });
  });
  return versioned(call);
};
