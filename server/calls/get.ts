import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../platform/audit/record.ts';
import type { Actor } from '../platform/auth/actor.ts';
import type { ScopedDatabase, Transaction } from '../platform/database/database.ts';
import { notFound } from '../platform/errors/errors.ts';
import { versioned } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { findCall } from './queries.ts';
import { withTranscript } from './transcripts.ts';

export const getCall = async ({ database, actor, params }: RouteRequest<Routes['calls']['get']>) =>
  versioned(await readCallWords(database, actor, params.call_uuid));

/** Gets a call with its words, and records that they were read; throws 404 where there is none. */
export const readCallWords = async (database: ScopedDatabase, actor: Actor, call_uuid: string) => {
  const row = await database.transaction(
    async (tx) => {
      const found = await findCall(tx, actor.organization_uuid, call_uuid);
      if (found?.transcript_uuid) record(tx, actor, { subject_type: 'call', subject_uuid: call_uuid });
      return found;
    },
    { shared: true },
  );
  if (!row) throw notFound('call');
  return withTranscript(database, row);
};

/** A call with its transcript, or 404. */
export const readCall = async (tx: Transaction, organization_uuid: string, call_uuid: string) => {
  const call = await findCall(tx, organization_uuid, call_uuid);
  if (!call) throw notFound('call');
  return withTranscript(tx, call);
};
