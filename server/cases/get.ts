import type { Routes } from '@pharos/contract/table/routes.ts';
import { selectCallsOfCase } from '../calls/lists/queries.ts';
import { withTranscriptsWithin } from '../calls/transcripts.ts';
import { selectTemplatesInProduction } from '../generation-templates/queries.ts';
import { readingsOf, recordReadings } from '../platform/audit/record.ts';
import { notFound } from '../platform/errors/errors.ts';
import { versioned } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { findCase } from './queries.ts';

const NO_CALLS = { calls: [], has_more: false };

/** A case with its calls and their transcripts, unless these are not wanted, and the templates that run on them. */
export const getCase = async ({ database, actor, params, query }: RouteRequest<Routes['cases']['get']>) => {
  const { organization_uuid } = actor;
  const row = await findCase(database, organization_uuid, params.case_uuid);
  if (!row) throw notFound('case');
  const { data: found, etag } = versioned(row);
  const [{ calls, has_more }, generation_templates] = await Promise.all([
    query.include_calls === false
      ? NO_CALLS
      : selectCallsOfCase(database, organization_uuid, found.uuid, query.include_deleted ?? false),
    selectTemplatesInProduction(database, organization_uuid, found.date_of_death ? 'at_need' : 'pre_need'),
  ]);
  const answered = await withTranscriptsWithin(database, calls);
  const read = answered.filter(({ transcript }) => transcript !== null);
  if (read.length > 0) {
    const subject = { subject_type: 'case', subject_uuid: found.uuid };
    await recordReadings(database, actor, [subject, ...readingsOf(read)]);
  }
  return {
    data: {
      case: found,
      calls: answered,
      has_more_calls: has_more || undefined,
      generation_templates,
    },
    etag,
  };
};
