import Type, { type Static } from 'typebox';
import { Me, NewPassword } from './me.ts';
import { route, STRANGER_BODY_LIMIT } from './table/route.ts';
import { DateTime, named, nullable } from './table/schema.ts';
import { Email, PersonName } from './users.ts';

const Secret = Type.String({ maxLength: 200, description: 'The part of the link after `#token=`.' });

/** Invited person and their organization. */
export const Invitation = named('Invitation', {
  email: nullable(Email),
  name: nullable(PersonName),
  organization_name: Type.String(),
  expires_at: DateTime,
});
export type Invitation = Static<typeof Invitation>;

const EXAMPLE_SECRET = `pharos_invitation_${'wg5vGJ1HS1qjwUj3sG2S5Q'.padEnd(64, 'x')}`;

// Both are POST, so that the secret is in no address and in no log.
export const invitations = {
  read: route({
    method: 'POST',
    path: '/v1/invitations/read',
    summary: 'Get an invitation, without using it',
    access: 'public',
    rate_limit: 'invitation',
    also_refuses: [404],
    body_limit: STRANGER_BODY_LIMIT,
    body: Type.Object({ token: Secret }),
    example: { token: EXAMPLE_SECRET },
    status: 200,
    data: Invitation,
    unversioned: true,
  }),
  accept: route({
    method: 'POST',
    path: '/v1/invitations/accept',
    summary:
      'Accept an invitation: choose a password and sign in. Where there was a password before, all sessions, tokens and other invitations of the user end',
    access: 'public',
    rate_limit: 'invitation',
    also_refuses: [404],
    conflicts: true,
    body_limit: STRANGER_BODY_LIMIT,
    body: Type.Object({
      token: Secret,
      password: NewPassword,
      email: Type.Optional(Type.Unsafe<string>({ ...Email, description: 'Required if the user has none yet.' })),
      name: Type.Optional(PersonName),
      keep_tokens: Type.Optional(
        Type.Boolean({ description: 'True to let the tokens of before work on. Default: false.' }),
      ),
    }),
    example: { token: EXAMPLE_SECRET, password: 'lanterns on the river', name: 'Nora Ellery' },
    status: 201,
    data: Me,
    message: 'Welcome',
    unversioned: true,
  }),
};
