import type { CallPart } from '@pharos/contract/inbox.ts';
import sql from 'sql-template-tag';
import type { OpenTransaction, Transaction } from '../../platform/database/database.ts';
import type { StoredJson } from '../../platform/json/stored-json.ts';

export type Join = {
  organization_uuid: string;
  part_uuid: string;
  call_uuid: string;
  /** Version of the whole, as it was joined. */
  version: number;
  offset_ms: number;
  speakers: StoredJson;
  own_recording_uuid: string | null;
  joined_recording_uuid: string | null;
  joined_by: string;
};

export const insertJoin = (tx: OpenTransaction, join: Join): void => tx.insert('call_joins', [join]);

/** The join of a call that was made last; its call has to be locked. */
export const findLastJoin = (tx: Transaction, organization_uuid: string, call_uuid: string) =>
  tx.row<Join>(sql`
    select organization_uuid, part_uuid, call_uuid, version, offset_ms, speakers, own_recording_uuid,
      joined_recording_uuid, joined_by
    from call_joins
    where organization_uuid = ${organization_uuid} and call_uuid = ${call_uuid}
    order by offset_ms desc, version desc
    limit 1`);

export const deleteJoin = (tx: Transaction, { organization_uuid, part_uuid }: Join) =>
  tx.rows(sql`delete from call_joins where organization_uuid = ${organization_uuid} and part_uuid = ${part_uuid}`);

export const selectParts = (tx: Transaction, organization_uuid: string, call_uuid: string) =>
  tx.rows<CallPart>(sql`
    select part_uuid as call_uuid, offset_ms, joined_at, joined_by from call_joins
    where organization_uuid = ${organization_uuid} and call_uuid = ${call_uuid}
    order by offset_ms, version`);

/** Moves the parts of a call into its case. */
export const moveParts = async (tx: Transaction, organization_uuid: string, call_uuid: string, case_uuid: string) => {
  const parts = (await selectParts(tx, organization_uuid, call_uuid)).map((part) => part.call_uuid);
  if (parts.length === 0) return;
  await tx.rows(sql`
    update calls set case_uuid = ${case_uuid}
    where organization_uuid = ${organization_uuid} and uuid = any(${parts}::uuid[])`);
};

/** Brings a recording back that was set aside. */
export const restoreRecording = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.rows(sql`
    update recordings set deleted_at = null, deleted_by = null
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);
