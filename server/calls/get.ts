import type { Routes } from '@pharos/contract/routes.ts';
import type { Database, Transaction } from '../database/database.ts';
import { notFound } from '../http/errors.ts';
import type { Incoming } from '../http/mount.ts';
import { answerCall } from './answer.ts';
import { findCall } from './queries.ts';
import { withTranscript } from './transcripts.ts';

export const getCall = async (database: Database, { actor, params }: Incoming<Routes['calls']['get']>) =>
  answerCall(await readCall(database, actor.organization_uuid, params.call_uuid));

/** A call with its transcript, or 404. */
export const readCall = async (tx: Transaction, organization_uuid: string, call_uuid: string) => {
  const call = await findCall(tx, organization_uuid, call_uuid);
  if (!call) throw notFound('Call');
  return withTranscript(tx, call);
};
