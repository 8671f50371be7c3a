import type { ProviderName } from '@pharos/contract/jobs.ts';
import sql from 'sql-template-tag';
import type { Transaction } from '../platform/database/database.ts';

/** Speech service as an organization has set it up; its key is sealed. */
export type ServiceRow = {
  organization_uuid: string;
  provider: ProviderName;
  api_key: Buffer | null;
  base_url: string | null;
  model: string | null;
};

const columns = sql`organization_uuid, provider, api_key, base_url, model`;

/** Services of an organization, the one that transcribes first. */
export const selectServices = (tx: Transaction, organization_uuid: string) =>
  tx.rows<ServiceRow>(sql`
    select ${columns} from speech_services
    where organization_uuid = ${organization_uuid}
    order by chosen_at desc, provider`);

export const findService = (tx: Transaction, organization_uuid: string, provider: ProviderName) =>
  tx.row<ServiceRow>(sql`
    select ${columns} from speech_services
    where organization_uuid = ${organization_uuid} and provider = ${provider}`);

export const removeService = (tx: Transaction, organization_uuid: string, provider: ProviderName) =>
  tx.rows(sql`
    delete from speech_services where organization_uuid = ${organization_uuid} and provider = ${provider}`);

export const insertService = (tx: Transaction, row: ServiceRow, chosen_by: string) =>
  tx.rows(sql`
    insert into speech_services (organization_uuid, provider, api_key, base_url, model, chosen_by)
    values (${row.organization_uuid}, ${row.provider}, ${row.api_key}, ${row.base_url}, ${row.model}, ${chosen_by})`);
