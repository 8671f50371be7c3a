import type { PurgeCertificate } from '@pharos/contract/retention.ts';
import sql, { empty } from 'sql-template-tag';
import type { Transaction } from '../../platform/database/database.ts';
import type { Slice } from '../../platform/http/cursor.ts';
import type { StoredJson } from '../../platform/json/stored-json.ts';

export type CertificateRow = Omit<PurgeCertificate, 'rule' | 'removed' | 'elsewhere'> & {
  rule: StoredJson;
  removed: StoredJson;
  elsewhere: StoredJson;
};

const columns = sql`uuid, created_at, created_by, subject_type, subject_uuid, rule, removed, digest, elsewhere`;

export const insertCertificate = (
  tx: Transaction,
  organization_uuid: string,
  given: Omit<PurgeCertificate, 'created_at'>,
) =>
  tx.rows(sql`
    insert into purge_certificates (organization_uuid, uuid, created_by, subject_type, subject_uuid, rule, removed, digest,
      elsewhere)
    values (${organization_uuid}, ${given.uuid}, ${given.created_by}, ${given.subject_type}, ${given.subject_uuid},
      ${JSON.stringify(given.rule)}, ${JSON.stringify(given.removed)}, ${given.digest}, ${JSON.stringify(given.elsewhere)})`);

export const selectCertificates = (tx: Transaction, organization_uuid: string, { after, limit }: Slice) =>
  tx.rows<CertificateRow>(sql`
    select ${columns} from purge_certificates
    where organization_uuid = ${organization_uuid}
      ${after ? sql`and (created_at, uuid) < (${after.created_at}::timestamptz, ${after.uuid}::uuid)` : empty}
    order by created_at desc, uuid desc
    limit ${limit}`);

export const findCertificate = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<CertificateRow>(sql`
    select ${columns} from purge_certificates
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);
