import { createClient } from '@pharos/client';
import type { Client } from '@pharos/client/methods.ts';
import type { AccessLevel } from '@pharos/contract/table/route.ts';
import type { Person, Pharos } from './pharos.ts';

export const PASSWORD = 'lanterns on the river';

/** Secret of an invitation's link, which stands behind `#token=`. */
export const secretOf = (link: string): string => new URL(link).hash.replace('#token=', '');

/** The cookie that an answer sets, as a browser sends it back. */
export const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

/** A fetch that brings a cookie and the origin of its page, as a browser does. */
export const browserFetch =
  (origin: string, cookie: string, fetch = globalThis.fetch): typeof globalThis.fetch =>
  (url, init = {}) =>
    fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), cookie, origin } });

/** A user who has accepted an invitation: their session's cookie, and a client as the console has it. */
export type SignedIn = { user_uuid: string; email: string; cookie: string; client: Client };

let people = 0;

/** Invites a user into a home and accepts for them, with PASSWORD. */
export const openUser = async (
  { baseUrl }: Pharos,
  by: Person,
  access_level: AccessLevel = 'member',
  more: { email?: string; location_uuids?: string[] } = {},
): Promise<SignedIn> => {
  people += 1;
  const email = more.email ?? `person-${people}@evergreen.example`;
  const { data } = await by.client.users.create({ body: { access_level, ...more, email } });
  const response = await fetch(`${baseUrl}/v1/invitations/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: secretOf(data.invitation.link), password: PASSWORD }),
  });
  const cookie = cookieOf(response);
  return {
    user_uuid: data.user.uuid,
    email,
    cookie,
    client: createClient({ baseUrl, fetch: browserFetch(baseUrl, cookie), retries: 0 }),
  };
};
