import type { Case } from '@pharos/contract/cases.ts';
import type { Version } from '@pharos/contract/versions.ts';
import sql, { empty, raw } from 'sql-template-tag';
import type { Transaction } from '../../platform/database/database.ts';
import { COLUMNS, FIELDS } from '../fields.ts';

export const selectCaseVersions = (
  tx: Transaction,
  organization_uuid: string,
  case_uuid: string,
  before: number | null,
  limit: number,
) =>
  tx.rows<Version>(sql`
    select version, created_at, created_by, changed, note
    from case_versions
    where organization_uuid = ${organization_uuid} and case_uuid = ${case_uuid}
      ${before === null ? empty : sql`and version < ${before}`}
    order by version desc
    limit ${limit}`);

// What people and programs write is the version's, and so is the time; the rest is the case's.
const columns = raw(
  COLUMNS.map((name) => {
    if (name === 'updated_at') return 'kept.created_at as updated_at';
    return (FIELDS as string[]).includes(name) ? `kept.${name}` : `cases.${name}`;
  }).join(', '),
);

/** A case as it was in a version. */
export type CaseVersionRow = Case & Pick<Version, 'version' | 'changed' | 'note'> & { changed_by: string };

/** One version of a case that is not deleted, the newest where no number is given. */
export const findCaseVersion = (tx: Transaction, organization_uuid: string, case_uuid: string, version?: number) =>
  tx.row<CaseVersionRow>(sql`
    select ${columns}, kept.version, kept.changed, kept.note, kept.created_by as changed_by
    from cases
    join case_versions as kept on kept.organization_uuid = cases.organization_uuid and kept.case_uuid = cases.uuid
    where cases.organization_uuid = ${organization_uuid} and cases.uuid = ${case_uuid} and cases.deleted_at is null
      ${version === undefined ? empty : sql`and kept.version = ${version}`}
    order by kept.version desc
    limit 1`);
