import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/database/database.ts';
import { assign } from '../../platform/database/write.ts';
import type { StoredJson } from '../../platform/json/stored-json.ts';
import { type SourceRow, sourceColumns } from '../queries.ts';

/** A source that the server looks into by itself. */
export type WatchedRow = SourceRow & { cursor: StoredJson | null };

/** Sources whose time has come. */
export const selectDue = (tx: Transaction, organization_uuid: string, kinds: string[]) =>
  tx.rows<WatchedRow>(sql`
    select ${sourceColumns}, sources."cursor" from sources
    where organization_uuid = ${organization_uuid} and kind = any(${kinds}::text[]) and deleted_at is null
      and (next_look_at is null or next_look_at <= statement_timestamp())`);

type LookChanges = {
  looked_at: string;
  look_reason: SourceRow['look_reason'];
  next_look_at: string | null;
  cursor?: StoredJson;
};

/** Keeps what a look came to, unless the source was changed in the meantime: the next look begins from the start. */
export const writeLook = (tx: Transaction, source: SourceRow, changes: LookChanges) =>
  tx.rows(sql`
    update sources set ${assign(changes)}
    where organization_uuid = ${source.organization_uuid} and uuid = ${source.uuid}
      and updated_at = ${source.updated_at} and deleted_at is null`);
