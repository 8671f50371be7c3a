import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/database/database.ts';
import type { StoredJson } from '../../platform/json/stored-json.ts';

/** Names of cases and users, each once. */
export const selectNames = (tx: Transaction, organization_uuid: string) =>
  tx.rows<{ name: string }>(sql`
    select concat_ws(' ', first_name, last_name) as name from cases
    where organization_uuid = ${organization_uuid} and deleted_at is null
    union
    select name from users where organization_uuid = ${organization_uuid} and name is not null`);

/** Labels that were given in calls. */
export const selectLabels = (tx: Transaction, organization_uuid: string) =>
  tx.rows<{ speaker_labels: StoredJson }>(sql`
    select speaker_labels from calls
    where organization_uuid = ${organization_uuid} and deleted_at is null and speaker_labels::text <> '{}'`);
