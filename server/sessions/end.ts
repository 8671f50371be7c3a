import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../platform/audit/record.ts';
import { noSessionCookies } from '../platform/auth/session.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { endSession } from './queries.ts';

/** Signs out. A request made with a token has no session to end. */
export const signOut = async ({ database, actor }: RouteRequest<Routes['sessions']['end']>) => {
  const { organization_uuid, user_uuid, session_uuid } = actor;
  if (session_uuid) {
    await database.transaction(async (tx) => {
      await endSession(tx, organization_uuid, session_uuid);
      record(tx, actor, { subject_type: 'user', subject_uuid: user_uuid });
    });
  }
  return { headers: { 'set-cookie': noSessionCookies } };
};
