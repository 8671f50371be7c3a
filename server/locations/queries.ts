import type { Location, LocationCreate } from '@pharos/contract/locations.ts';
import sql, { empty } from 'sql-template-tag';
import type { OpenTransaction, Transaction } from '../platform/database/database.ts';
import { insertInto } from '../platform/database/insert-into.ts';
import { assign, nextTime } from '../platform/database/write.ts';
import type { Slice } from '../platform/http/cursor.ts';

export type LocationRow = Location & { version: number };

const columns = sql`
  locations.uuid, locations.organization_uuid, locations.name, locations.address, locations.retention_days,
  locations.pre_need_retention_days, locations.created_at, locations.created_by, locations.updated_at`;

export const findLocation = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<LocationRow>(sql`
    select ${columns}, locations.version
    from locations
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

/** A location that is locked for a change; `now` is the time of its next state. */
export type LockedLocation = LocationRow & { now: string };

export const findLocationForUpdate = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<LockedLocation>(sql`
    select ${columns}, locations.version, ${nextTime(sql`locations.updated_at`)} as now
    from locations
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}
    for update`);

/** The locations among these that exist, locked so that none can be deleted until the transaction ends. */
export const holdLocations = (tx: Transaction, organization_uuid: string, uuids: string[]) =>
  tx.rows<{ uuid: string }>(sql`
    select uuid from locations
    where organization_uuid = ${organization_uuid} and uuid = any(${uuids}::uuid[])
    order by uuid
    for key share`);

export const selectLocations = (tx: Transaction, organization_uuid: string, { after, limit }: Slice) =>
  tx.rows<Location>(sql`
    select ${columns}
    from locations
    where organization_uuid = ${organization_uuid}
      ${after ? sql`and (created_at, uuid) < (${after.created_at}::timestamptz, ${after.uuid}::uuid)` : empty}
    order by created_at desc, uuid desc
    limit ${limit}`);

type NewLocation = LocationCreate & { organization_uuid: string; uuid: string; created_by: string };

export const insertLocation = (tx: Transaction, location: NewLocation) => {
  const { organization_uuid, uuid, name, created_by } = location;
  const { address = null, retention_days = null, pre_need_retention_days = null } = location;
  const row = { organization_uuid, uuid, name, address, retention_days, pre_need_retention_days, created_by };
  return tx.one<LocationRow>(sql`${insertInto('locations', [row])} returning ${columns}, locations.version`);
};

/** Writes a locked location's new state. */
export const updateLocationRow = (tx: OpenTransaction, location: LocationRow): void => {
  const { organization_uuid, uuid, version, updated_at } = location;
  const { name, address, retention_days, pre_need_retention_days } = location;
  const state = { name, address, retention_days, pre_need_retention_days, version, updated_at };
  tx.send(sql`
    update locations set ${assign(state)} where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);
};

/** A thing that names a location, also a case that is deleted, since it can be restored. */
export const findUse = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<{ by: 'case' | 'user' }>(sql`
    select 'case' as by from cases where organization_uuid = ${organization_uuid} and location_uuid = ${uuid}
    union all
    select 'user' from users where organization_uuid = ${organization_uuid} and ${uuid}::uuid = any(location_uuids)
    limit 1`);

export const deleteLocation = (tx: OpenTransaction, { organization_uuid, uuid }: LocationRow): void =>
  tx.send(sql`delete from locations where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);
