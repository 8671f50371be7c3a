import type { Routes } from '@pharos/contract/table/routes.ts';
import { selectCallsOfCase } from '../calls/queries.ts';
import { withTranscripts } from '../calls/transcripts.ts';
import { selectTemplatesInProduction } from '../generation-templates/queries.ts';
import { readingsOf, recordReadings } from '../platform/audit/record.ts';
import { notFound } from '../platform/errors/errors.ts';
import { versioned } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { findCase } from './queries.ts';

/** A case with its calls and their transcripts, unless these are not wanted, and the templates that run on them. */
export const getCase = async ({ database, actor, params, query }: RouteRequest<Routes['cases']['get']>) => {
  const { organization_uuid } = actor;
  const row = await findCase(database, organization_uuid, params.case_uuid);
  if (!row) throw notFound('case');
  const { data: found, etag } = versioned(row);
  const [calls, generation_templates] = await Promise.all([
    query.include_calls === false
      ? []
      : selectCallsOfCase(database, organization_uuid, found.uuid, query.include_deleted ?? false),
    selectTemplatesInProduction(database, organization_uuid, found.date_of_death ? 'at_need' : 'pre_need'),
  ]);
  const read = calls.filter(({ transcript_uuid }) => transcript_uuid !== null);
  if (read.length > 0) {
    const subject = { subject_type: 'case', subject_uuid: found.uuid };
    await recordReadings(database, actor, [subject, ...readingsOf(read)]);
  }
  return {
    data: { case: found, calls: await withTranscripts(database, calls), generation_templates },
    etag,
  };
};
