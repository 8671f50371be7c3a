import type { Client } from '@pharos/client/methods.ts';
import sql from 'sql-template-tag';
import type { ScopedDatabase } from '../../server/platform/database/database.ts';

/** Moves everything that is known of a case and its calls into the past, as if it had been left alone since. */
export const age = (database: ScopedDatabase, case_uuid: string, days: number) =>
  database.rows(sql`
    with calls_aged as (
      update calls set updated_at = updated_at - make_interval(days => ${days}),
        deleted_at = deleted_at - make_interval(days => ${days})
      where case_uuid = ${case_uuid}
    )
    update cases set updated_at = updated_at - make_interval(days => ${days}),
      deleted_at = deleted_at - make_interval(days => ${days})
    where uuid = ${case_uuid}`);

/** Sets how many days an organization keeps cases, and deleted things. */
export const setDays = (
  database: ScopedDatabase,
  organization_uuid: string,
  {
    at_need = null,
    pre_need = null,
    restorable = 30,
  }: { at_need?: number | null; pre_need?: number | null; restorable?: number },
) =>
  database.rows(sql`
    update organizations
    set retention_days = ${at_need}, pre_need_retention_days = ${pre_need}, restorable_days = ${restorable}
    where uuid = ${organization_uuid}`);

/** A case that was deleted and is gone for good; answers with what it was. */
export const openGone = async (database: ScopedDatabase, { cases, retention }: Client) => {
  const { data: gone } = await cases.create({ body: { last_name: 'Gone', date_of_death: '2026-01-02' } });
  await cases.remove({ case_uuid: gone.uuid });
  await age(database, gone.uuid, 40);
  await retention.purge();
  return gone;
};
