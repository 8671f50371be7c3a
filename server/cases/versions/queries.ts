import type { Case } from '@pharos/contract/cases.ts';
import sql, { empty } from 'sql-template-tag';
import type { Transaction } from '../../platform/database/database.ts';
import { type KeptRow, keptColumns } from '../../versions/queries.ts';
import { COLUMNS, FIELDS } from '../fields.ts';

/** A case as it was in a version. */
export type CaseVersionRow = KeptRow<Case>;

const columns = keptColumns('case', COLUMNS, FIELDS);

/** One version of a case that is not deleted, the newest where no number is given. */
export const findCaseVersion = (tx: Transaction, organization_uuid: string, case_uuid: string, version?: number) =>
  tx.row<CaseVersionRow>(sql`
    select ${columns}
    from cases
    join case_versions as kept on kept.organization_uuid = cases.organization_uuid and kept.case_uuid = cases.uuid
    where cases.organization_uuid = ${organization_uuid} and cases.uuid = ${case_uuid} and cases.deleted_at is null
      ${version === undefined ? empty : sql`and kept.version = ${version}`}
    order by kept.version desc
    limit 1`);
