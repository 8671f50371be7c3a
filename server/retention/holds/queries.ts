import type { Hold } from '@pharos/contract/retention.ts';
import sql, { empty, raw } from 'sql-template-tag';
import type { Transaction } from '../../platform/database/database.ts';
import { decodeCursor } from '../../platform/http/cursor.ts';

const ofCase = (name: 'first_name' | 'last_name') => sql`(
  select ${raw(name)} from cases
  where cases.organization_uuid = holds.organization_uuid and cases.uuid = holds.case_uuid
) as ${raw(name)}`;

const columns = sql`
  uuid, case_uuid, reason, created_at, created_by, released_at, released_by,
  ${ofCase('first_name')}, ${ofCase('last_name')}`;

export const insertHold = (
  tx: Transaction,
  organization_uuid: string,
  hold: Pick<Hold, 'uuid' | 'case_uuid' | 'reason' | 'created_by'>,
) =>
  tx.row<Hold>(sql`
    insert into holds (organization_uuid, uuid, case_uuid, reason, created_by)
    values (${organization_uuid}, ${hold.uuid}, ${hold.case_uuid}, ${hold.reason}, ${hold.created_by})
    returning ${columns}`);

/** The holds of one case, or without one the holds in force. */
export const selectHolds = (
  tx: Transaction,
  organization_uuid: string,
  { case_uuid, cursor }: { case_uuid?: string; cursor?: string },
  limit: number,
) => {
  const after = cursor === undefined ? null : decodeCursor(cursor);
  return tx.rows<Hold>(sql`
    select ${columns} from holds
    where organization_uuid = ${organization_uuid}
      and ${case_uuid === undefined ? sql`released_at is null` : sql`case_uuid = ${case_uuid}`}
      ${after ? sql`and (created_at, uuid) < (${after.created_at}::timestamptz, ${after.uuid}::uuid)` : empty}
    order by created_at desc, uuid desc
    limit ${limit}`);
};

export const lockHold = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<Hold>(sql`
    select ${columns} from holds where organization_uuid = ${organization_uuid} and uuid = ${uuid} for update`);

export const releaseHold = (tx: Transaction, organization_uuid: string, uuid: string, released_by: string) =>
  tx.rows(sql`
    update holds set released_at = clock_timestamp(), released_by = ${released_by}
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);
