import type { Routes } from '@pharos/contract/routes.ts';
import { record } from '../audit/record.ts';
import type { Transaction } from '../database/database.ts';
import { notFound } from '../http/errors.ts';
import type { Incoming } from '../http/mount.ts';
import { answerCall } from './answer.ts';
import { findCall } from './queries.ts';
import { withTranscript } from './transcripts.ts';

export const getCall = async ({ database, actor, params }: Incoming<Routes['calls']['get']>) =>
  answerCall(
    await database.transaction(
      async (tx) => {
        const row = await findCall(tx, actor.organization_uuid, params.call_uuid);
        if (!row) throw notFound('Call');
        const reading = row.transcript_uuid && record(tx, actor, { subject_type: 'call', subject_uuid: row.uuid });
        const read = Promise.all([withTranscript(tx, row), reading]);
        return { sent: read.then(([call]) => call) };
      },
      { lazy: true },
    ),
  );

/** A call with its transcript, or 404. */
export const readCall = async (tx: Transaction, organization_uuid: string, call_uuid: string) => {
  const call = await findCall(tx, organization_uuid, call_uuid);
  if (!call) throw notFound('Call');
  return withTranscript(tx, call);
};
