import { CONFIRMED_MINUTES } from '@pharos/contract/sessions.ts';
import type { AccessLevel } from '@pharos/contract/table/route.ts';
import sql, { type Sql } from 'sql-template-tag';
import type { Transaction } from '../database/database.ts';
import type { Person } from './actor.ts';
import { IDLE_SECONDS } from './session.ts';

type TokenPerson = Person & {
  token_uuid: string;
  token_level: AccessLevel | null;
  scopes: ('read' | 'write')[];
  expires_at: string | null;
};

/** All that a row says, as one text: the same only while nothing of it has changed. */
type Proven<Row> = Row & { proof: string };

const person = sql`
  users.uuid as user_uuid, users.organization_uuid, users.access_level, users.location_uuids`;

/** A session that has not ended by anything. */
export const isOpen = sql`
  sessions.ended_at is null and sessions.expires_at > clock_timestamp()
  and sessions.last_seen_at > clock_timestamp() - make_interval(secs => ${IDLE_SECONDS})`;

/** The user of a token, while the token is good and the user active. */
const tokenPerson = (organization_uuid: string, digest: string): Sql => sql`
  select ${person}, tokens.uuid as token_uuid, tokens.access_level as token_level, tokens.scopes, tokens.expires_at
  from tokens
  join users on users.organization_uuid = tokens.organization_uuid and users.uuid = tokens.user_uuid
  where tokens.organization_uuid = ${organization_uuid} and tokens.digest = ${digest}
    and tokens.revoked_at is null and (tokens.expires_at is null or tokens.expires_at > clock_timestamp())
    and users.deactivated_at is null`;

/** The user of a session, while it has not ended, and was seen within the last hour. */
const sessionPerson = (organization_uuid: string, digest: string): Sql => sql`
  select ${person}, sessions.uuid as session_uuid
  from sessions
  join users on users.organization_uuid = sessions.organization_uuid and users.uuid = sessions.user_uuid
  where sessions.organization_uuid = ${organization_uuid} and sessions.digest = ${digest}
    and ${isOpen} and users.deactivated_at is null`;

const proven = (query: Sql): Sql => sql`select found.*, to_jsonb(found)::text as proof from (${query}) as found`;

const unchanged = (query: Sql, proof: string): Sql =>
  sql`select 1 from (${query}) as found where to_jsonb(found)::text = ${proof}`;

export const findTokenPerson = (tx: Transaction, organization_uuid: string, digest: string) =>
  tx.row<Proven<TokenPerson>>(proven(tokenPerson(organization_uuid, digest)));

/** The condition that a token and its user are as they were. */
export const tokenUnchanged = (organization_uuid: string, digest: string, proof: string): Sql =>
  unchanged(tokenPerson(organization_uuid, digest), proof);

/** The user whom a token or a session was of, whether it is still good or not. */
export const findOwner = (tx: Transaction, organization_uuid: string, kind: 'token' | 'session', digest: string) =>
  tx.row<{ user_uuid: string }>(sql`
    select user_uuid from ${kind === 'token' ? sql`tokens` : sql`sessions`}
    where organization_uuid = ${organization_uuid} and digest = ${digest}`);

/** Keeps `last_used_at` right to the minute. */
export const touchToken = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.rows(sql`
    update tokens set last_used_at = statement_timestamp()
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}
      and (last_used_at is null or last_used_at < statement_timestamp() - interval '1 minute')`);

/** Keeps `last_seen_at` right to the minute. */
export const touchSession = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.rows(sql`
    update sessions set last_seen_at = statement_timestamp()
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}
      and last_seen_at < statement_timestamp() - interval '30 seconds'`);

/** A session that has sent its password a short while ago. */
export const findConfirmedSession = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row(sql`
    select uuid from sessions
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}
      and confirmed_at > clock_timestamp() - make_interval(mins => ${CONFIRMED_MINUTES})`);

export const findSessionPerson = (tx: Transaction, organization_uuid: string, digest: string) =>
  tx.row<Proven<Person & { session_uuid: string }>>(proven(sessionPerson(organization_uuid, digest)));

/** The condition that a session and its user are as they were. */
export const sessionUnchanged = (organization_uuid: string, digest: string, proof: string): Sql =>
  unchanged(sessionPerson(organization_uuid, digest), proof);

/** A user of this e-mail address whom a browser has signed in before. */
export const findUserOfBrowser = (tx: Transaction, organization_uuid: string, digest: string, email: string) =>
  tx.row(sql`
    select known_browsers.user_uuid
    from known_browsers
    join users on users.organization_uuid = ${organization_uuid} and users.uuid = known_browsers.user_uuid
    where known_browsers.organization_uuid = ${organization_uuid} and known_browsers.digest = ${digest}
      and lower(users.email) = ${email}`);

/** The condition that a user has not been deactivated. */
export const isActive = ({ organization_uuid, user_uuid }: Pick<Person, 'organization_uuid' | 'user_uuid'>): Sql => sql`
  select 1 from users
  where organization_uuid = ${organization_uuid} and uuid = ${user_uuid} and deactivated_at is null`;

/** Null where the organization is unknown; a null level where only the user is. */
export const findMember = (tx: Transaction, organization_uuid: string, user_uuid: string) =>
  tx.row<{ access_level: AccessLevel | null; location_uuids: string[] | null; is_deactivated: boolean }>(sql`
    select users.access_level, users.location_uuids, users.deactivated_at is not null as is_deactivated
    from organizations
    left join users on users.organization_uuid = ${organization_uuid} and users.uuid = ${user_uuid}
    where organizations.uuid = ${organization_uuid}`);

export const insertViewer = (tx: Transaction, organization_uuid: string, user_uuid: string) =>
  tx.rows(sql`
    insert into users (organization_uuid, uuid, access_level)
    values (${organization_uuid}, ${user_uuid}, 'viewer')
    on conflict do nothing
    returning uuid`);

export const deleteInvitations = (tx: Transaction, organization_uuid: string, user_uuid: string) =>
  tx.rows(sql`delete from invitations where organization_uuid = ${organization_uuid} and user_uuid = ${user_uuid}`);

export const insertInvitation = (
  tx: Transaction,
  invitation: { organization_uuid: string; uuid: string; user_uuid: string; digest: string; created_by: string | null },
) =>
  tx.row<{ expires_at: string }>(sql`
    insert into invitations (organization_uuid, uuid, user_uuid, digest, created_by, expires_at)
    values (${invitation.organization_uuid}, ${invitation.uuid}, ${invitation.user_uuid}, ${invitation.digest},
      ${invitation.created_by}, clock_timestamp() + interval '7 days')
    returning expires_at`);

/** Condition for cases that somebody limited to these locations may work on, as `mayWorkAt` has it. */
export const atLocations = (location_uuids: string[]): Sql =>
  sql`(cases.location_uuid is null or cases.location_uuid = any(${location_uuids}::uuid[]))`;
