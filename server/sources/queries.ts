import type { ArrivalReason } from '@pharos/contract/arrivals.ts';
import type { Source, SourceKind, SourceSettings } from '@pharos/contract/sources.ts';
import sql, { empty } from 'sql-template-tag';
import type { OpenTransaction, Transaction } from '../platform/database/database.ts';
import { insertInto } from '../platform/database/insert-into.ts';
import { assign } from '../platform/database/write.ts';
import type { Slice } from '../platform/http/cursor.ts';
import type { StoredJson } from '../platform/json/stored-json.ts';

/** A source as it lies in the table. */
export type SourceRow = {
  organization_uuid: string;
  uuid: string;
  name: string;
  kind: SourceKind;
  location_uuid: string | null;
  settings: StoredJson;
  secret_names: string[];
  secrets: Buffer | null;
  our_channel: number | null;
  transcribe: boolean;
  provider: Source['provider'];
  quiet_until: string | null;
  created_at: string;
  created_by: string;
  updated_at: string;
  looked_at: string | null;
  look_reason: ArrivalReason | null;
};

export const settingsOf = ({ settings }: Pick<SourceRow, 'settings'>) => settings.parse() as SourceSettings;

/** Columns of a source, for queries of its own kind of work. */
export const sourceColumns = sql`
  sources.organization_uuid, sources.uuid, sources.name, sources.kind, sources.location_uuid, sources.settings,
  sources.secret_names, sources.secrets, sources.our_channel, sources.transcribe, sources.provider, sources.quiet_until,
  sources.created_at, sources.created_by, sources.updated_at, sources.looked_at, sources.look_reason`;

export const selectSources = (tx: Transaction, organization_uuid: string, { after, limit }: Slice) =>
  tx.rows<SourceRow>(sql`
    select ${sourceColumns} from sources
    where organization_uuid = ${organization_uuid} and deleted_at is null
      ${after ? sql`and (created_at, uuid) < (${after.created_at}::timestamptz, ${after.uuid}::uuid)` : empty}
    order by created_at desc, uuid desc
    limit ${limit}`);

export const findSource = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<SourceRow>(sql`
    select ${sourceColumns} from sources
    where organization_uuid = ${organization_uuid} and uuid = ${uuid} and deleted_at is null`);

/** A source that is locked until the transaction ends. */
export const findSourceForUpdate = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<SourceRow & { now: string }>(sql`
    select ${sourceColumns}, clock_timestamp() as now from sources
    where organization_uuid = ${organization_uuid} and uuid = ${uuid} and deleted_at is null
    for update`);

export const findOrganizationOfSource = (tx: Transaction, source_uuid: string) =>
  tx.row<{ organization_uuid: string }>(sql`
    select organization_uuid from source_addresses where source_uuid = ${source_uuid}`);

export const insertSource = (
  tx: OpenTransaction,
  source: Omit<SourceRow, 'created_at' | 'updated_at' | 'looked_at' | 'look_reason'>,
): void => {
  const { uuid: source_uuid, organization_uuid } = source;
  tx.send(insertInto('sources', [source]));
  tx.send(insertInto('source_addresses', [{ source_uuid, organization_uuid }]));
};

export const updateSource = (
  tx: OpenTransaction,
  { organization_uuid, uuid }: { organization_uuid: string; uuid: string },
  changes: Partial<SourceRow & { cursor: null; next_look_at: null }>,
): void =>
  tx.send(sql`
    update sources set ${assign(changes)} where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

/** Removes a source: its address is gone, what it brought stays. */
export const markSourceDeleted = (tx: OpenTransaction, { organization_uuid, uuid }: SourceRow): void => {
  tx.send(sql`
    update sources set deleted_at = statement_timestamp(), secrets = null, secret_names = '{}'
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);
  tx.send(sql`
    delete from source_addresses where organization_uuid = ${organization_uuid} and source_uuid = ${uuid}`);
};

export type ActivityRow = {
  last_call_at: string | null;
  first_call_at: string | null;
  longest_gap_hours: number | null;
  hours_since: number | null;
};

type OfSource<Row> = Row & { source_uuid: string };

/** Last calls of sources, and the longest times without one in four weeks; a source without calls has no row. */
export const selectActivity = (tx: Transaction, organization_uuid: string, source_uuids: string[]) =>
  tx.rows<OfSource<ActivityRow>>(sql`
    with taken as (
      select source_uuid, created_at,
        created_at - lag(created_at) over (partition by source_uuid order by created_at) as gap
      from arrivals
      where organization_uuid = ${organization_uuid} and source_uuid = any(${source_uuids}::uuid[]) and state = 'taken'
        and created_at > statement_timestamp() - interval '28 days'
    )
    select source_uuid, max(created_at) as last_call_at, min(created_at) as first_call_at,
      (extract(epoch from max(gap)) / 3600)::float8 as longest_gap_hours,
      (extract(epoch from statement_timestamp() - max(created_at)) / 3600)::float8 as hours_since
    from taken
    group by source_uuid`);

/** Messages of sources that were refused since midnight, by the clock of the organization. */
export const countRefused = (tx: Transaction, organization_uuid: string, source_uuids: string[], time_zone: string) =>
  tx.rows<OfSource<{ count: number }>>(sql`
    select source_uuid, count(*) as count from arrivals
    where organization_uuid = ${organization_uuid} and source_uuid = any(${source_uuids}::uuid[]) and state = 'refused'
      and created_at >= date_trunc('day', statement_timestamp() at time zone ${time_zone}) at time zone ${time_zone}
    group by source_uuid`);

/** Calls of each of the last 28 days that had any, by the clock of the organization. */
export const selectDays = (tx: Transaction, organization_uuid: string, source_uuids: string[], time_zone: string) =>
  tx.rows<OfSource<{ day: string; calls: number }>>(sql`
    select source_uuid, to_char(created_at at time zone ${time_zone}, 'YYYY-MM-DD') as day, count(*) as calls
    from arrivals
    where organization_uuid = ${organization_uuid} and source_uuid = any(${source_uuids}::uuid[]) and state = 'taken'
      and created_at > statement_timestamp() - interval '28 days'
    group by 1, 2
    order by 1, 2`);

export const findTimeZone = (tx: Transaction, organization_uuid: string) =>
  tx.row<{ time_zone: string | null }>(sql`select time_zone from organizations where uuid = ${organization_uuid}`);
