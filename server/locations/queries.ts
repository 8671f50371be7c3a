import type { Location, LocationCreate, LocationPatch } from '@pharos/contract/locations.ts';
import sql, { empty } from 'sql-template-tag';
import type { Transaction } from '../platform/database/database.ts';
import { decodeCursor } from '../platform/http/cursor.ts';

export type LocationRow = Location & { version: number };

const columns = sql`
  locations.uuid, locations.organization_uuid, locations.name, locations.address, locations.retention_days,
  locations.pre_need_retention_days, locations.created_at, locations.created_by, locations.updated_at`;

export const findLocation = (tx: Transaction, organization_uuid: string, uuid: string, lock = false) =>
  tx.row<LocationRow>(sql`
    select ${columns}, locations.version
    from locations
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}
    ${lock ? sql`for update` : empty}`);

/** Those of these locations that there are, which nobody can delete until the transaction ends. */
export const holdLocations = (tx: Transaction, organization_uuid: string, uuids: string[]) =>
  tx.rows<{ uuid: string }>(sql`
    select uuid from locations
    where organization_uuid = ${organization_uuid} and uuid = any(${uuids}::uuid[])
    order by uuid
    for key share`);

export const selectLocations = (
  tx: Transaction,
  organization_uuid: string,
  cursor: string | undefined,
  limit: number,
) => {
  const after = cursor === undefined ? null : decodeCursor(cursor);
  return tx.rows<Location>(sql`
    select ${columns}
    from locations
    where organization_uuid = ${organization_uuid}
      ${after ? sql`and (created_at, uuid) < (${after.created_at}::timestamptz, ${after.uuid}::uuid)` : empty}
    order by created_at desc, uuid desc
    limit ${limit}`);
};

type NewLocation = LocationCreate & { organization_uuid: string; uuid: string; created_by: string };

export const insertLocation = (tx: Transaction, location: NewLocation) =>
  tx.row<LocationRow>(sql`
    insert into locations (organization_uuid, uuid, name, address, retention_days, pre_need_retention_days, created_by)
    values (${location.organization_uuid}, ${location.uuid}, ${location.name}, ${location.address ?? null},
      ${location.retention_days ?? null}, ${location.pre_need_retention_days ?? null}, ${location.created_by})
    returning ${columns}, locations.version`);

/** Writes a locked location's new state. */
export const writeLocation = (tx: Transaction, row: LocationRow, changes: LocationPatch) => {
  const { name, address, retention_days, pre_need_retention_days } = { ...row, ...changes };
  return tx.row<LocationRow>(sql`
    update locations set name = ${name}, address = ${address}, retention_days = ${retention_days},
      pre_need_retention_days = ${pre_need_retention_days}, version = version + 1,
      updated_at = greatest(clock_timestamp(), updated_at + interval '1 microsecond')
    where organization_uuid = ${row.organization_uuid} and uuid = ${row.uuid}
    returning ${columns}, locations.version`);
};

/** What names a location, also a case that is deleted, since it can be restored. */
export const findUse = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<{ by: 'case' | 'user' }>(sql`
    select 'case' as by from cases where organization_uuid = ${organization_uuid} and location_uuid = ${uuid}
    union all
    select 'user' from users where organization_uuid = ${organization_uuid} and ${uuid}::uuid = any(location_uuids)
    limit 1`);

export const deleteLocation = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.rows(sql`delete from locations where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);
