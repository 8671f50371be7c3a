import sql from 'sql-template-tag';
import { type AnalysedCall, analysedColumns } from '../generations/queries.ts';
import type { Transaction } from '../platform/database/database.ts';

/** Calls of one question, at most. */
const MOST_CALLS = 50;

/** Calls of a case that have words, the latest first. */
export const selectSpokenCalls = (tx: Transaction, organization_uuid: string, case_uuid: string) =>
  tx.rows<AnalysedCall>(sql`
    select ${analysedColumns} from calls
    where organization_uuid = ${organization_uuid} and case_uuid = ${case_uuid} and deleted_at is null
      and transcript_uuid is not null
    order by coalesce(started_at, created_at) desc, uuid desc
    limit ${MOST_CALLS}`);
