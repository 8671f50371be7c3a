import type { AuditEvent } from '@pharos/contract/audit.ts';
import type { Query } from '@pharos/contract/table/route.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import sql, { join, type Sql } from 'sql-template-tag';
import type { Transaction } from '../database/database.ts';
import { decodeCursor } from '../http/cursor.ts';

/** What is known of an event when it happens: its time and its place in the chain come later. */
export type NewEvent = Omit<AuditEvent, 'at' | 'position' | 'hash' | 'previous_hash'> & { organization_uuid: string };
export type UnlinkedEvent = Omit<AuditEvent, 'position' | 'hash' | 'previous_hash'>;
export type Link = { position: number; event_uuid: string; hash: string; previous_hash: string };

const columns = sql`
  audit_events.uuid, audit_events.at, audit_events.actor_uuid, audit_events.action, audit_events.subject_type,
  audit_events.subject_uuid, audit_events.outcome, audit_events.request_id, audit_events.address,
  audit_events.before_version, audit_events.after_version`;

/**
 * The insert of an event as parts of a statement's WITH, for those that are asked most: one statement less each.
 * `on_condition` is what has to be so for the event to have happened.
 */
export const eventParts = (event: NewEvent, on_condition: Sql = sql`true`): Sql => sql`
  event as (
    insert into audit_events (organization_uuid, uuid, actor_uuid, action, subject_type, subject_uuid, outcome,
      request_id, address, before_version, after_version)
    select ${event.organization_uuid}::uuid, ${event.uuid}::uuid, ${event.actor_uuid}::uuid, ${event.action},
      ${event.subject_type}, ${event.subject_uuid}::uuid, ${event.outcome}, ${event.request_id}::uuid,
      ${event.address}, ${event.before_version}::integer, ${event.after_version}::integer
    where ${on_condition}
    returning organization_uuid, uuid
  ), pending as (
    insert into audit_pending (organization_uuid, event_uuid) select organization_uuid, uuid from event
  )`;

export const insertEvent = (tx: Transaction, event: NewEvent) => tx.rows(sql`with ${eventParts(event)} select`);

/** Until the transaction ends, nobody else links events of the organization. */
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

export const insertLinks = (tx: Transaction, organization_uuid: string, links: Link[]) =>
  tx.rows(sql`
    with links as (
      insert into audit_links (organization_uuid, position, event_uuid, hash, previous_hash)
      select ${organization_uuid}::uuid, * from unnest(${links.map(({ position }) => position)}::bigint[],
        ${links.map(({ event_uuid }) => event_uuid)}::uuid[], ${links.map(({ hash }) => hash)}::text[],
        ${links.map(({ previous_hash }) => previous_hash)}::text[])
      returning event_uuid
    )
    delete from audit_pending using links
    where audit_pending.organization_uuid = ${organization_uuid} and audit_pending.event_uuid = links.event_uuid`);

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

/** How many events have no link although none of them waits for one. */
export const countUnlinked = (tx: Transaction, organization_uuid: string) =>
  tx.row<{ count: number }>(sql`
    select count(*) from audit_events
    where organization_uuid = ${organization_uuid} and not exists (
      select from audit_links
      where audit_links.organization_uuid = audit_events.organization_uuid
        and audit_links.event_uuid = audit_events.uuid
      union all
      select from audit_pending
      where audit_pending.organization_uuid = audit_events.organization_uuid
        and audit_pending.event_uuid = audit_events.uuid)`);

export const selectEvents = (
  tx: Transaction,
  organization_uuid: string,
  filter: Query<Routes['audit']['list']>,
  limit: number,
) => {
  const after = filter.cursor === undefined ? null : decodeCursor(filter.cursor);
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
