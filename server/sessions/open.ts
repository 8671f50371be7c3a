import { randomUUID } from 'node:crypto';
import { readMe } from '../me/get.ts';
import type { UserActor } from '../platform/auth/actor.ts';
import { digestOf, mintSecret } from '../platform/auth/secret.ts';
import { type Door, sessionCookies } from '../platform/auth/session.ts';
import type { Transaction } from '../platform/database/database.ts';
import { deleteEndedSessions, insertSession } from './queries.ts';

/** Begins a session of the actor: who they are, with the cookie that keeps them signed in. */
export const openSession = async (tx: Transaction, actor: UserActor, door: Door) => {
  const { organization_uuid, user_uuid } = actor;
  const secret = mintSecret('session', organization_uuid);
  await deleteEndedSessions(tx, organization_uuid, user_uuid);
  await insertSession(tx, { organization_uuid, user_uuid, uuid: randomUUID(), digest: digestOf(secret) });
  return { data: await readMe(tx, actor), headers: { 'set-cookie': sessionCookies(secret, door) } };
};
