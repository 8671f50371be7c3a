import type { Version } from '@pharos/contract/versions.ts';
import sql, { empty, raw, type Sql } from 'sql-template-tag';
import type { Transaction } from '../platform/database/database.ts';
import type { StoredJson } from '../platform/json/stored-json.ts';

/** A version as it lies in the table. */
export type VersionRow = Omit<Version, 'note'> & { note: StoredJson | null };

/** A thing as it was in a version. */
export type KeptRow<Row> = Row & Pick<VersionRow, 'version' | 'changed' | 'note'> & { changed_by: string };

/** A feature that keeps versions, by the names of its tables. */
export type Kind = 'call' | 'case';

/** Versions before `before`, newest first. */
export const selectVersions = (
  tx: Transaction,
  kind: Kind,
  { organization_uuid, uuid }: { organization_uuid: string; uuid: string },
  { before, limit }: { before: number | null; limit: number },
) =>
  tx.rows<VersionRow>(sql`
    select version, created_at, created_by, changed, note
    from ${raw(`${kind}_versions`)}
    where organization_uuid = ${organization_uuid} and ${raw(`${kind}_uuid`)} = ${uuid}
      ${before === null ? empty : sql`and version < ${before}`}
    order by version desc
    limit ${limit}`);

/**
 * The columns of a thing as it was, from its table and from `kept`, its version: the fields that people write are the
 * version's, and so is the time; the rest never changes.
 */
export const keptColumns = (kind: Kind, columns: readonly string[], fields: readonly string[]): Sql => {
  const names = columns.map((name) => {
    if (name === 'updated_at') return 'kept.created_at as updated_at';
    return fields.includes(name) ? `kept.${name}` : `${kind}s.${name}`;
  });
  return raw([...names, 'kept.version', 'kept.changed', 'kept.note', 'kept.created_by as changed_by'].join(', '));
};
