import Type from 'typebox';
import { Me, Password } from './me.ts';
import { route, STRANGER_BODY_LIMIT } from './table/route.ts';
import { Uuid } from './table/schema.ts';
import { Email } from './users.ts';

export const sessions = {
  create: route({
    method: 'POST',
    path: '/v1/sessions',
    summary: 'Sign in with a password; a cookie holds the session for 12 hours',
    access: 'public',
    guessable: true,
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
};
