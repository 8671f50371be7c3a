import type { Routes } from '@pharos/contract/routes.ts';
import { selectCallsOfCase } from '../calls/queries.ts';
import { withTranscripts } from '../calls/transcripts.ts';
import type { Database } from '../database/database.ts';
import { notFound } from '../http/errors.ts';
import type { Incoming } from '../http/mount.ts';
import { answerCase } from './answer.ts';
import { findCase } from './queries.ts';

/** A case with its calls and their transcripts. */
export const getCase = async (database: Database, { actor, params, query }: Incoming<Routes['cases']['get']>) => {
  const { organization_uuid } = actor;
  const row = await findCase(database, organization_uuid, params.case_uuid);
  if (!row) throw notFound('Case');
  const { data: found, etag } = answerCase(row);
  const calls = await selectCallsOfCase(database, organization_uuid, found.uuid, query.include_deleted ?? false);
  return {
    data: { case: found, calls: await withTranscripts(database, calls), generation_templates: [] },
    etag,
  };
};
