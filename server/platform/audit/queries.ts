import type { AuditEvent } from '@pharos/contract/audit.ts';
import type { Query } from '@pharos/contract/table/route.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import sql, { join, type Sql } from 'sql-template-tag';
import type { OpenTransaction, Transaction } from '../database/database.ts';
import type { Slice } from '../http/cursor.ts';

/** An event as it is first recorded: its time and its place in the chain are added later. */
export type NewEvent = Omit<AuditEvent, 'at' | 'position' | 'hash' | 'previous_hash'> & { organization_uuid: string };
export type UnlinkedEvent = Omit<AuditEvent, 'position' | 'hash' | 'previous_hash'>;
export type Link = { position: number; event_uuid: string; hash: string; previous_hash: string };

const columns = sql`
  audit_events.uuid, audit_events.at, audit_events.actor_uuid, audit_events.action, audit_events.subject_type,
  audit_events.subject_uuid, audit_events.outcome, audit_events.request_id, audit_events.address,
  audit_events.before_version, audit_events.after_version, audit_events.listed`;

/** Sends events of one organization, each with the note that it has no link yet. */
export const insertEvents = (tx: OpenTransaction, events: NewEvent[]): void => {
  tx.insert('audit_events', events);
  tx.insert(
    'audit_pending',
    events.map(({ organization_uuid, uuid: event_uuid }) => ({ organization_uuid, event_uuid })),
  );
};

/** Locks the audit chain of the organization: until the transaction ends, nobody else links its events. */
export const lockChain = (tx: Transaction, organization_uuid: string) =>
  tx.rows(sql`select pg_advisory_xact_lock(hashtextextended('audit ' || ${organization_uuid}::text, 0))`);

export const selectPending = (tx: Transaction, organization_uuid: string, limit: number) =>
  tx.rows<UnlinkedEvent>(sql`
    select ${columns}
    from audit_pending
    join audit_events on audit_events.organization_uuid = audit_pending.organization_uuid
      and audit_events.uuid = audit_pending.event_uuid
    where audit_pending.organization_uuid = ${organization_uuid}
    order by audit_events.at, audit_events.uuid
    limit ${limit}`);

export const findHead = (tx: Transaction, organization_uuid: string) =>
  tx.row<{ position: number; hash: string }>(sql`
    select position, hash from audit_links
    where organization_uuid = ${organization_uuid}
    order by position desc
    limit 1`);

/** Sends links, and takes their events off those that wait for one. */
export const insertLinks = (tx: OpenTransaction, organization_uuid: string, links: Link[]): void => {
  tx.insert(
    'audit_links',
    links.map((link) => ({ organization_uuid, ...link })),
  );
  tx.send(sql`
    delete from audit_pending
    where organization_uuid = ${organization_uuid}
      and event_uuid = any(${links.map(({ event_uuid }) => event_uuid)}::uuid[])`);
};

/** A stretch of the chain in its order, each link with its event. */
export const selectChain = (tx: Transaction, organization_uuid: string, after: number, limit: number) =>
  tx.rows<AuditEvent>(sql`
    select ${columns}, audit_links.position, audit_links.hash, audit_links.previous_hash
    from audit_links
    join audit_events on audit_events.organization_uuid = audit_links.organization_uuid
      and audit_events.uuid = audit_links.event_uuid
    where audit_links.organization_uuid = ${organization_uuid} and audit_links.position > ${after}
    order by audit_links.position
    limit ${limit}`);

/** The number of events that have no link although none of them waits for one. */
export const countUnlinked = async (tx: Transaction, organization_uuid: string): Promise<number> => {
  const { count } = await tx.one<{ count: number }>(sql`
    select count(*) from audit_events
    where organization_uuid = ${organization_uuid}
      and not exists (
        select from audit_links
        where audit_links.organization_uuid = ${organization_uuid}
          and audit_links.event_uuid = audit_events.uuid)
      and not exists (
        select from audit_pending
        where audit_pending.organization_uuid = ${organization_uuid}
          and audit_pending.event_uuid = audit_events.uuid)`);
  return count;
};

export const selectEvents = (
  tx: Transaction,
  organization_uuid: string,
  filter: Query<Routes['audit']['list']>,
  { after, limit }: Slice,
) => {
  const conditions: (Sql | false | null)[] = [
    sql`audit_events.organization_uuid = ${organization_uuid}`,
    after && sql`(audit_events.at, audit_events.uuid) < (${after.created_at}::timestamptz, ${after.uuid}::uuid)`,
    filter.action !== undefined && sql`audit_events.action = ${filter.action}`,
    filter.actor_uuid !== undefined && sql`audit_events.actor_uuid = ${filter.actor_uuid}`,
    filter.subject_uuid !== undefined && sql`audit_events.subject_uuid = ${filter.subject_uuid}`,
    filter.outcome !== undefined && sql`audit_events.outcome = ${filter.outcome}`,
    filter.after !== undefined && sql`audit_events.at > ${filter.after}::timestamptz`,
    filter.before !== undefined && sql`audit_events.at < ${filter.before}::timestamptz`,
  ];
  return tx.rows<AuditEvent>(sql`
    select ${columns}, audit_links.position, audit_links.hash, audit_links.previous_hash
    from audit_events
    join audit_links on audit_links.organization_uuid = audit_events.organization_uuid
      and audit_links.event_uuid = audit_events.uuid
    where ${join(conditions.filter(Boolean), ' and ')}
    order by audit_events.at desc, audit_events.uuid desc
    limit ${limit}`);
};

export const selectOrganizations = (tx: Transaction) => tx.rows<{ uuid: string }>(sql`select uuid from organizations`);
