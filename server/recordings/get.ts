import type { Routes } from '@pharos/contract/table/routes.ts';
import { redactionKinds } from '../calls/exports/redaction-kinds.ts';
import { readCallByRules } from '../calls/readings/read-call-by-rules.ts';
import type { ReadingPool } from '../calls/readings/reading-pool.ts';
import type { Transaction } from '../platform/database/database.ts';
import { notFound } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerRecording } from './answer.ts';
import type { Recordings } from './open-recordings.ts';
import { playable, recordPlayback } from './play.ts';
import { findRecording } from './queries.ts';
import { redacted } from './redacted.ts';

/** The recording of a call, or 404, also where the call itself is not there. */
export const readRecording = async (tx: Transaction, organization_uuid: string, call_uuid: string) => {
  const recording = await findRecording(tx, organization_uuid, call_uuid);
  if (!recording) throw notFound('recording');
  return recording;
};

export const readInfo = async ({ database, actor, params }: RouteRequest<Routes['recordings']['info']>) => ({
  data: answerRecording(await readRecording(database, actor.organization_uuid, params.call_uuid)),
});

/** The bytes themselves. Hearing a recording is recorded, as reading a transcript is. */
export const getRecording = async (
  request: RouteRequest<Routes['recordings']['get']>,
  { recordings, readings }: { recordings: Recordings; readings: ReadingPool },
) => {
  const { database, actor, params, query } = request;
  const { storage, copies } = recordings;
  const kinds = redactionKinds(query.redact);
  const recording = await readRecording(database, actor.organization_uuid, params.call_uuid);
  await recordPlayback(database, actor, recording);
  if (kinds) {
    const read = await readCallByRules(request, { readings }, 'redactions');
    return { file: await redacted(storage, recording, 'redactions' in read ? read.redactions : [], kinds) };
  }
  const copy = query.playable ? await copies.find(database, recording) : null;
  return { file: playable(storage, recording, copy) };
};

/** Loudness of a recording over its length, for the drawing under a player. */
export const readPeaks = async (
  { database, actor, params }: RouteRequest<Routes['recordings']['peaks']>,
  { recordings }: { recordings: Recordings },
) => ({ data: await recordings.listening.readPeaks(database, actor.organization_uuid, params.call_uuid) });
