import type { Routes } from '@pharos/contract/table/routes.ts';
import { requireOwnPassword, wrongPassword } from '../me/own-password.ts';
import { confirmSession, lockPassword } from '../me/queries.ts';
import { record } from '../platform/audit/record.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';

/** Lets the actor's session do what lasts for a while. A token needs no confirmation, and only has its password checked. */
export const confirmPassword = async ({
  database,
  actor,
  body,
}: RouteRequest<Routes['sessions']['confirm']>): Promise<void> => {
  const { organization_uuid, user_uuid, session_uuid } = actor;
  const before = await requireOwnPassword(database, actor, body.password);
  await database.transaction(async (tx) => {
    if ((await lockPassword(tx, organization_uuid, user_uuid))?.password !== before) throw wrongPassword();
    if (session_uuid) await confirmSession(tx, organization_uuid, session_uuid);
    record(tx, actor, { subject_type: 'user', subject_uuid: user_uuid });
  });
};
