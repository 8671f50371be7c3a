import Type, { type Static } from 'typebox';
import { Me, Password } from './me.ts';
import { route, STRANGER_BODY_LIMIT } from './table/route.ts';
import { DateTime, named, nullable, pageOf, paging, Uuid } from './table/schema.ts';
import { Email } from './users.ts';

/** Minutes for which a session that has sent its password may do what lasts. */
export const CONFIRMED_MINUTES = 15;

/** Session of a user: one browser that is signed in. */
export const Session = named('Session', {
  uuid: Uuid,
  created_at: DateTime,
  last_seen_at: Type.Unsafe<string>({ ...DateTime, description: 'To the minute.' }),
  expires_at: Type.Unsafe<string>({
    ...DateTime,
    description: 'Ends here at the latest, or an hour after it was last seen.',
  }),
  address: nullable(Type.String({ description: 'Network address from which it began.' })),
  user_agent: nullable(Type.String({ description: 'Browser, as it calls itself.' })),
  is_current: Type.Boolean({ description: 'True for the session that the request came with.' }),
});
export type Session = Static<typeof Session>;

export const sessions = {
  create: route({
    method: 'POST',
    path: '/v1/sessions',
    summary: 'Sign in with a password; a cookie holds the session for 12 hours, or until an hour without a request',
    access: 'public',
    rate_limit: 'sign_in',
    also_refuses: [401],
    conflicts: true,
    body_limit: STRANGER_BODY_LIMIT,
    body: Type.Object({
      email: Email,
      password: Password,
      organization_uuid: Type.Optional(
        Type.Unsafe<string>({ ...Uuid, description: 'Required if your email belongs to several organizations.' }),
      ),
    }),
    example: { email: 'nora@evergreen.example', password: 'lanterns on the river' },
    status: 201,
    data: Me,
    message: 'Signed in',
    unversioned: true,
  }),
  end: route({
    method: 'DELETE',
    path: '/v1/session',
    summary: 'Sign out; tokens are not affected',
    access: 'viewer',
    status: 204,
  }),
  confirm: route({
    method: 'PUT',
    path: '/v1/me/password/confirmation',
    summary: `Send your password again: for ${CONFIRMED_MINUTES} minutes your session may do what lasts, such as creating tokens`,
    access: 'viewer',
    rate_limit: 'own_password',
    body_limit: STRANGER_BODY_LIMIT,
    body: Type.Object({ password: Password }),
    example: { password: 'lanterns on the river' },
    status: 204,
  }),
  list: route({
    method: 'GET',
    path: '/v1/me/sessions',
    summary: 'List your sessions that have not ended, newest first',
    access: 'viewer',
    query: Type.Object({ ...paging }),
    status: 200,
    data: pageOf(Session),
  }),
  endOne: route({
    method: 'DELETE',
    path: '/v1/me/sessions/{session_uuid}',
    summary: 'End one of your sessions',
    access: 'viewer',
    params: Type.Object({ session_uuid: Uuid }),
    status: 204,
    unversioned: true,
  }),
  endOthers: route({
    method: 'DELETE',
    path: '/v1/me/sessions',
    summary: 'End all of your sessions but the one that the request came with',
    access: 'viewer',
    status: 204,
  }),
};
