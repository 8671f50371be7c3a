import type { Actor } from '../../platform/auth/actor.ts';
import type { ScopedDatabase } from '../../platform/database/database.ts';
import { conflict, notFound } from '../../platform/errors/errors.ts';
import { LimitExceeded } from '../../platform/worker-pool/worker-pool.ts';
import { readCallWords } from '../get.ts';
import { callVoices, readSides } from '../voices.ts';
import type { Read, Unread } from './read-thread.ts';
import type { ReadingPool } from './reading-pool.ts';

type Asked = { database: ScopedDatabase; actor: Actor; params: { call_uuid: string }; signal?: AbortSignal };

/** Reads a call's words by rules, and records that they were read; throws 404 without a transcript. */
export const readCallByRules = async (
  { database, actor, params, signal }: Asked,
  { readings }: { readings: ReadingPool },
  wanted: Unread['wanted'],
): Promise<Read> => {
  const { organization_uuid } = actor;
  const { transcript, ...call } = await readCallWords(database, actor, params.call_uuid);
  if (!transcript) throw notFound('transcript');
  const { sideOf } = await readSides(database, organization_uuid);
  const facts = {
    voices: Object.fromEntries(callVoices(call, sideOf)),
    called_on: call.started_at ?? call.created_at,
    direction: call.direction,
  };
  const unread = { transcript: transcript.utf8, facts, wanted };
  return readings.run(unread, { organization_uuid, signal }).catch((error: unknown) => {
    if (!(error instanceof LimitExceeded)) throw error;
    throw conflict('transcript_too_long', `This transcript takes more ${error.limit} to be read than it may`);
  });
};
