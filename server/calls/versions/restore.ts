import type { Routes } from '@pharos/contract/table/routes.ts';
import { notFound } from '../../platform/errors/errors.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { answerCall } from '../answer.ts';
import { type Changes, changeCall } from '../change.ts';
import { type CallVersionRow, findCallVersion } from './queries.ts';

/** Makes a call what it was, as a new version; one that is so already is answered unchanged. */
export const restoreCallVersion = async ({
  database,
  actor,
  params,
  if_match,
}: RouteRequest<Routes['calls']['restoreVersion']>) =>
  answerCall(
    await database.transaction((tx) => {
      const decide = async () => {
        const kept = await findCallVersion(tx, actor.organization_uuid, params.call_uuid, params.version);
        if (!kept) throw notFound('version');
        return asItWas(kept);
      };
      return changeCall(tx, actor, params.call_uuid, decide, { if_match, note: `restored version ${params.version}` });
    }),
  );

const asItWas = (kept: CallVersionRow): Changes => ({
  duration: kept.duration,
  file_format: kept.file_format,
  file_name: kept.file_name,
  file_path: kept.file_path,
  file_size: kept.file_size,
  is_fully_labelled: kept.is_fully_labelled,
  provider_metadata: kept.provider_metadata,
  speaker_labels: kept.speaker_labels,
  transcript: kept.transcript_uuid ? { uuid: kept.transcript_uuid, digest: kept.transcript_digest as string } : null,
});
