import { randomUUID } from 'node:crypto';
import { readMe } from '../me/get.ts';
import type { UserActor } from '../platform/auth/actor.ts';
import { digestOf, mintSecret, organizationOf } from '../platform/auth/secret.ts';
import { browserCookies, type Door, sessionCookies } from '../platform/auth/session.ts';
import type { Transaction } from '../platform/database/database.ts';
import { deleteEndedSessions, insertSession, keepKnownBrowser } from './queries.ts';

/** Circumstances in which a session begins; `browser` is the secret by which the browser is known, if it is. */
export type Entrance = Door & { user_agent?: string; browser?: string };

/** Characters of a browser's own description that are kept. */
const MAX_USER_AGENT = 255;

/** Begins a session of the actor: who they are, with the cookies that keep them signed in and their browser known. */
export const openSession = async (tx: Transaction, actor: UserActor, { user_agent, browser, ...door }: Entrance) => {
  const { organization_uuid, user_uuid, address } = actor;
  const secret = mintSecret('session', organization_uuid);
  const own_browser =
    browser && organizationOf('browser', browser) === organization_uuid
      ? browser
      : mintSecret('browser', organization_uuid);
  await deleteEndedSessions(tx, organization_uuid, user_uuid);
  await insertSession(tx, {
    organization_uuid,
    user_uuid,
    uuid: randomUUID(),
    digest: digestOf(secret),
    address,
    user_agent: user_agent?.slice(0, MAX_USER_AGENT) ?? null,
  });
  await keepKnownBrowser(tx, organization_uuid, user_uuid, digestOf(own_browser));
  const cookies = [...sessionCookies(secret, door), ...browserCookies(own_browser, door)];
  return { data: await readMe(tx, actor), headers: { 'set-cookie': cookies } };
};
