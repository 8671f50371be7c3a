import type { AccessLevel } from '@pharos/contract/table/route.ts';
import sql, { empty } from 'sql-template-tag';
import { SESSION_SECONDS } from '../platform/auth/session.ts';
import type { Transaction } from '../platform/database/database.ts';

/** A user who may be the one who signs in. `password` is null also where they are deactivated. */
export type Candidate = {
  organization_uuid: string;
  user_uuid: string;
  access_level: AccessLevel;
  location_uuids: string[];
  password: string | null;
};

/** The users of an e-mail address, of all organizations or of one. */
export const selectUsersOfEmail = (tx: Transaction, email: string, organization_uuid?: string) =>
  tx.rows<{ organization_uuid: string; user_uuid: string }>(sql`
    select organization_uuid, user_uuid from emails
    where email = lower(${email}) ${organization_uuid ? sql`and organization_uuid = ${organization_uuid}` : empty}
    order by organization_uuid`);

export const findCandidate = (tx: Transaction, organization_uuid: string, user_uuid: string) =>
  tx.row<Candidate>(sql`
    select organization_uuid, uuid as user_uuid, access_level, location_uuids,
      case when deactivated_at is null then password end as password
    from users
    where organization_uuid = ${organization_uuid} and uuid = ${user_uuid}`);

type NewSession = { organization_uuid: string; uuid: string; user_uuid: string; digest: string };

export const insertSession = (tx: Transaction, session: NewSession) =>
  tx.rows(sql`
    insert into sessions (organization_uuid, uuid, user_uuid, digest, expires_at)
    values (${session.organization_uuid}, ${session.uuid}, ${session.user_uuid}, ${session.digest},
      clock_timestamp() + make_interval(secs => ${SESSION_SECONDS}))`);

/** Takes away the sessions of a user that have ended. */
export const deleteEndedSessions = (tx: Transaction, organization_uuid: string, user_uuid: string) =>
  tx.rows(sql`
    delete from sessions
    where organization_uuid = ${organization_uuid} and user_uuid = ${user_uuid}
      and (ended_at is not null or expires_at < statement_timestamp())`);

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
