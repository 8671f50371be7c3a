import type { TrialResult } from '@pharos/contract/generations.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { withTranscript } from '../calls/transcripts.ts';
import { record } from '../platform/audit/record.ts';
import { conflict, notFound, unavailable } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { LimitExceeded } from '../platform/worker-pool/worker-pool.ts';
import type { AnalysisPool } from './analysis-pool.ts';
import { factsOf, readWhose } from './facts.ts';
import { findAnalysedCall } from './queries.ts';
import type { FoundValue } from './run-template.ts';

type Try = RouteRequest<Routes['generations']['try']>;

/** Looks for phrases in a call as a template would; keeps nothing but the event that its words were read. */
export const tryPhrases = async (
  { database, actor, params, body, signal }: Try,
  { analyses }: { analyses: AnalysisPool },
) => {
  const { organization_uuid } = actor;
  const { call, home, transcript } = await database.transaction(async (tx) => {
    const call = await findAnalysedCall(tx, organization_uuid, params.call_uuid);
    if (!call) throw notFound('call');
    if (call.transcript_uuid === null)
      throw conflict('no_transcript', 'The call has no transcript yet: send one first');
    const home = await readWhose(tx, organization_uuid);
    const { transcript } = await withTranscript(tx, call);
    record(tx, actor, { subject_type: 'call', subject_uuid: call.uuid });
    return { call, home, transcript };
  });
  if (!transcript) throw notFound('call');
  const { exact_phrases, scope = null } = body;
  const template = { execution_type: 'detection', rules: null, exact_phrases, scope, trial: true } as const;
  const unread = { transcript: transcript.utf8, facts: factsOf(call, home), templates: [template] };
  const [result] = await analyses.run(unread, { organization_uuid, signal }).catch((error: unknown) => {
    if (!(error instanceof LimitExceeded)) throw error;
    throw unavailable('server_busy', 'Looking for these phrases took too long; try fewer at once');
  });
  const data: TrialResult = {
    occurs: result?.occurs ?? false,
    found: result?.found.map(placeOf) ?? [],
    missed: result?.missed?.map(placeOf) ?? [],
  };
  return { data };
};

const placeOf = ({ value, evidence }: FoundValue): TrialResult['found'][number] => ({
  ...(value as { phrase: string; score: number }),
  evidence,
});
