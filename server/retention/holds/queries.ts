import type { Hold } from '@pharos/contract/retention.ts';
import sql, { empty } from 'sql-template-tag';
import type { Transaction } from '../../platform/database/database.ts';
import type { Slice } from '../../platform/http/cursor.ts';

const columns = sql`
  holds.uuid, holds.case_uuid, holds.reason, holds.created_at, holds.created_by, holds.released_at, holds.released_by,
  cases.first_name, cases.last_name`;

const withCases = sql`
  join cases on cases.organization_uuid = holds.organization_uuid and cases.uuid = holds.case_uuid`;

export const insertHold = (
  tx: Transaction,
  organization_uuid: string,
  hold: Pick<Hold, 'uuid' | 'case_uuid' | 'reason' | 'created_by'>,
) =>
  tx.rows(sql`
    insert into holds (organization_uuid, uuid, case_uuid, reason, created_by)
    values (${organization_uuid}, ${hold.uuid}, ${hold.case_uuid}, ${hold.reason}, ${hold.created_by})`);

export const findHold = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<Hold>(sql`
    select ${columns} from holds ${withCases}
    where holds.organization_uuid = ${organization_uuid} and holds.uuid = ${uuid}`);

/** The holds of one case, or without one the holds in force. */
export const selectHolds = (
  tx: Transaction,
  organization_uuid: string,
  { case_uuid }: { case_uuid?: string },
  { after, limit }: Slice,
) =>
  tx.rows<Hold>(sql`
    select ${columns} from holds ${withCases}
    where holds.organization_uuid = ${organization_uuid}
      and ${case_uuid === undefined ? sql`holds.released_at is null` : sql`holds.case_uuid = ${case_uuid}`}
      ${after ? sql`and (holds.created_at, holds.uuid) < (${after.created_at}::timestamptz, ${after.uuid}::uuid)` : empty}
    order by holds.created_at desc, holds.uuid desc
    limit ${limit}`);

export const lockHold = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<Hold>(sql`
    select ${columns} from holds ${withCases}
    where holds.organization_uuid = ${organization_uuid} and holds.uuid = ${uuid}
    for update of holds`);

export const releaseHold = (tx: Transaction, organization_uuid: string, uuid: string, released_by: string) =>
  tx.rows(sql`
    update holds set released_at = statement_timestamp(), released_by = ${released_by}
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);
