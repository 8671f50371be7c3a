import sql, { empty } from 'sql-template-tag';
import type { Transaction } from '../../platform/database/database.ts';
import { type KeptRow, keptColumns } from '../../versions/queries.ts';
import type { KeptTranscript } from '../changes.ts';
import { COLUMNS, FIELDS, KEPT } from '../fields.ts';
import type { CallColumns } from '../queries.ts';

/** A call as it was in a version, still without its transcript. */
export type CallVersionRow = KeptRow<CallColumns> & {
  transcript_uuid: string | null;
  transcript_digest: string | null;
};

const columns = keptColumns('call', COLUMNS, [...FIELDS, ...KEPT]);

/** One version of a call that is not deleted, the newest where no number is given. */
export const findCallVersion = (tx: Transaction, organization_uuid: string, call_uuid: string, version?: number) =>
  tx.row<CallVersionRow>(sql`
    select ${columns}, kept.transcript_uuid, transcripts.digest as transcript_digest
    from calls
    join call_versions as kept on kept.organization_uuid = calls.organization_uuid and kept.call_uuid = calls.uuid
    left join transcripts
      on transcripts.organization_uuid = kept.organization_uuid and transcripts.uuid = kept.transcript_uuid
    where calls.organization_uuid = ${organization_uuid} and calls.uuid = ${call_uuid} and calls.deleted_at is null
      ${version === undefined ? empty : sql`and kept.version = ${version}`}
    order by kept.version desc
    limit 1`);

/** The transcript that came last from a provider's file, else the first that the call ever had. */
export const findOriginal = (tx: Transaction, organization_uuid: string, call_uuid: string) =>
  tx.row<KeptTranscript>(sql`
    with had as (
      select transcripts.uuid, transcripts.digest, transcripts.provider_file_uuid is not null as from_file,
        min(call_versions.version) as since
      from call_versions
      join transcripts on transcripts.organization_uuid = call_versions.organization_uuid
        and transcripts.uuid = call_versions.transcript_uuid
      where call_versions.organization_uuid = ${organization_uuid} and call_versions.call_uuid = ${call_uuid}
      group by transcripts.organization_uuid, transcripts.uuid
    )
    select uuid, digest
    from had
    order by from_file desc, case when from_file then -since else since end
    limit 1`);
