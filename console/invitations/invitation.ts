import { send } from '../sessions/send.ts';
import { queries } from '../shell/queries.ts';

/** What an invitation says of itself: whom it is for, and which home it opens. */
export type Invitation = { email?: string | null; name?: string | null; organization_name: string; expires_at: string };

export const readInvitation = (token: string) => send<Invitation>('POST', '/v1/invitations/read', { token });

export type Accept = { token: string; password: string; email?: string; name?: string };

/** Sets the password and begins a session. */
export const acceptInvitation = async (given: Accept): Promise<void> => {
  await send('POST', '/v1/invitations/accept', given);
  queries.clear();
};

/** The token of `/welcome#token=…`: behind the hash, where no server and no log sees it. */
export const tokenOf = (hash: string): string => new URLSearchParams(hash.replace(/^#/, '')).get('token') ?? '';
