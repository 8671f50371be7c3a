import Type, { type Static } from 'typebox';
import { Organization } from './organizations.ts';
import { route, STRANGER_BODY_LIMIT } from './table/route.ts';
import { named } from './table/schema.ts';
import { Level, User } from './users.ts';

/** New password. Signing in accepts any text. */
export const NewPassword = Type.String({ minLength: 10, maxLength: 200 });
export const Password = Type.String({ maxLength: 200 });

/** The caller and their rights. A token may have a lower level than its user. */
export const Me = named('Me', { user: User, organization: Organization, access_level: Level });
export type Me = Static<typeof Me>;

export const me = {
  get: route({
    method: 'GET',
    path: '/v1/me',
    summary: 'Get the current user',
    access: 'viewer',
    status: 200,
    data: Me,
    unversioned: true,
  }),
  changePassword: route({
    method: 'PUT',
    path: '/v1/me/password',
    summary: 'Change your password; your other sessions, your tokens and your open invitations end',
    access: 'viewer',
    rate_limit: 'own_password',
    body_limit: STRANGER_BODY_LIMIT,
    body: Type.Object({
      current_password: Password,
      new_password: NewPassword,
      keep_tokens: Type.Optional(Type.Boolean({ description: 'True to let your tokens work on. Default: false.' })),
    }),
    example: { current_password: 'lanterns on the river', new_password: 'a quiet harbour at dawn' },
    status: 204,
  }),
};
