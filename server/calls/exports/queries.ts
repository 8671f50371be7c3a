import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/database/database.ts';

/** Owner of a call's record: the home with its time zone, and the case. */
export type RecordOwner = {
  home: string;
  time_zone: string | null;
  first_name: string | null;
  last_name: string | null;
  case_number: string | null;
};

export const findRecordOwner = (tx: Transaction, organization_uuid: string, case_uuid: string) =>
  tx.row<RecordOwner>(sql`
    select organizations.name as home, organizations.time_zone, cases.first_name, cases.last_name,
      cases.external_id as case_number
    from organizations
    join cases on cases.organization_uuid = organizations.uuid
    where organizations.uuid = ${organization_uuid} and cases.organization_uuid = ${organization_uuid}
      and cases.uuid = ${case_uuid}`);
