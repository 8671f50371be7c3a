import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../../platform/audit/record.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import type { OpenTransaction } from '../../platform/database/database.ts';
import { notFound } from '../../platform/errors/errors.ts';
import { etagOf } from '../../platform/http/etag.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { callExists } from '../queries.ts';
import { withTranscript } from '../transcripts.ts';
import { type CallVersionRow, findCallVersion } from './queries.ts';

/** A call as it was. */
export const getCallVersion = async ({ database, actor, params }: RouteRequest<Routes['calls']['version']>) => {
  const row = await database.transaction(
    async (tx) => {
      const found = await readCallVersion(tx, actor, params.call_uuid, params.version);
      return withTranscript(tx, found);
    },
    { lazy: true },
  );
  const { version, changed, note, changed_by: created_by, transcript_digest: _digest, ...call } = row;
  return { data: { version, created_at: call.updated_at, created_by, changed, note, call }, etag: etagOf(version) };
};

/** A version, the newest where no number is given, recorded as read where it has a transcript; 404 for what is not there. */
export const readCallVersion = async (
  tx: OpenTransaction,
  actor: Actor,
  call_uuid: string,
  version?: number,
): Promise<CallVersionRow> => {
  const found = await findCallVersion(tx, actor.organization_uuid, call_uuid, version);
  if (!found) throw notFound((await callExists(tx, actor.organization_uuid, call_uuid)) ? 'version' : 'call');
  if (found.transcript_uuid) {
    record(tx, actor, { subject_type: 'call', subject_uuid: call_uuid, after_version: found.version });
  }
  return found;
};
