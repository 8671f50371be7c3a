import type { Session } from '@pharos/contract/sessions.ts';
import sql, { empty } from 'sql-template-tag';
import { isOpen } from '../platform/auth/queries.ts';
import { SESSION_SECONDS } from '../platform/auth/session.ts';
import type { Transaction } from '../platform/database/database.ts';
import type { Slice } from '../platform/http/cursor.ts';

type NewSession = {
  organization_uuid: string;
  uuid: string;
  user_uuid: string;
  digest: string;
  address: string | null;
  user_agent: string | null;
};

export const insertSession = (tx: Transaction, session: NewSession) =>
  tx.rows(sql`
    insert into sessions (organization_uuid, uuid, user_uuid, digest, address, user_agent, confirmed_at, expires_at)
    values (${session.organization_uuid}, ${session.uuid}, ${session.user_uuid}, ${session.digest}, ${session.address},
      ${session.user_agent}, clock_timestamp(), clock_timestamp() + make_interval(secs => ${SESSION_SECONDS}))`);

/** Takes away the sessions of a user that have ended. */
export const deleteEndedSessions = (tx: Transaction, organization_uuid: string, user_uuid: string) =>
  tx.rows(sql`
    delete from sessions
    where organization_uuid = ${organization_uuid} and user_uuid = ${user_uuid}
      and (ended_at is not null or expires_at < statement_timestamp())`);

/** A user's sessions that have not ended, newest first. */
export const selectSessions = (
  tx: Transaction,
  organization_uuid: string,
  user_uuid: string,
  { after, limit }: Slice,
) =>
  tx.rows<Omit<Session, 'is_current'>>(sql`
    select uuid, created_at, last_seen_at, expires_at, address, user_agent
    from sessions
    where organization_uuid = ${organization_uuid} and user_uuid = ${user_uuid} and ${isOpen}
      ${after ? sql`and (created_at, uuid) < (${after.created_at}::timestamptz, ${after.uuid}::uuid)` : empty}
    order by created_at desc, uuid desc
    limit ${limit}`);

export const findSession = (tx: Transaction, organization_uuid: string, user_uuid: string, uuid: string) =>
  tx.row(sql`
    select uuid from sessions
    where organization_uuid = ${organization_uuid} and user_uuid = ${user_uuid} and uuid = ${uuid} and ${isOpen}`);

export const endSession = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.rows(sql`
    update sessions set ended_at = statement_timestamp()
    where organization_uuid = ${organization_uuid} and uuid = ${uuid} and ended_at is null`);

/** Removes sessions and invitations that ended a month ago. */
export const deleteLongExpired = async (tx: Transaction, organization_uuid: string) => {
  await tx.rows(sql`
    delete from invitations
    where organization_uuid = ${organization_uuid} and expires_at < statement_timestamp() - interval '30 days'`);
  await tx.rows(sql`
    delete from sessions
    where organization_uuid = ${organization_uuid}
      and least(expires_at, ended_at) < statement_timestamp() - interval '30 days'`);
};

/** Remembers that a browser has signed in a user. */
export const keepKnownBrowser = (tx: Transaction, organization_uuid: string, user_uuid: string, digest: string) =>
  tx.rows(sql`
    insert into known_browsers (organization_uuid, user_uuid, digest)
    values (${organization_uuid}, ${user_uuid}, ${digest})
    on conflict (organization_uuid, user_uuid, digest) do update set seen_at = excluded.seen_at`);

/** Forgets browsers that have signed nobody in for as long as their cookie lasts. */
export const deleteUnseenBrowsers = (tx: Transaction, organization_uuid: string, days: number) =>
  tx.rows(sql`
    delete from known_browsers
    where organization_uuid = ${organization_uuid} and seen_at < statement_timestamp() - make_interval(days => ${days})`);
