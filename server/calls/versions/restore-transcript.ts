import type { Routes } from '@pharos/contract/table/routes.ts';
import { conflict } from '../../platform/errors/errors.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { answerCall } from '../answer.ts';
import { changeCall } from '../change.ts';
import { findOriginal } from './queries.ts';

/** Brings the provider's original back, or else the first transcript, as a new version. */
export const restoreTranscript = async ({
  database,
  actor,
  params,
  if_match,
}: RouteRequest<Routes['calls']['restoreTranscript']>) =>
  answerCall(
    await database.transaction((tx) => {
      const decide = async () => {
        const transcript = await findOriginal(tx, actor.organization_uuid, params.call_uuid);
        if (!transcript) throw conflict('never_transcribed', 'This call never had a transcript; give it one first');
        return { transcript };
      };
      return changeCall(tx, actor, params.call_uuid, decide, { if_match, note: 'restored the original transcript' });
    }),
  );
