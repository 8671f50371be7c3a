import Type, { type Static } from 'typebox';
import { Me, NewPassword } from './me.ts';
import { route } from './table/route.ts';
import { DateTime, named, nullable } from './table/schema.ts';
import { Email, PersonName } from './users.ts';

const Secret = Type.String({ maxLength: 200, description: 'What stands behind `#token=` in the link.' });

/** To whom an invitation was given, and by whom. */
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
    summary: 'Read an invitation; it stays as it is',
    access: 'public',
    guessable: true,
    also_refuses: [404],
    body: Type.Object({ token: Secret }),
    example: { token: EXAMPLE_SECRET },
    status: 200,
    data: Invitation,
    unversioned: true,
  }),
  accept: route({
    method: 'POST',
    path: '/v1/invitations/accept',
    summary: 'Choose a password by an invitation, and sign in',
    access: 'public',
    guessable: true,
    also_refuses: [404],
    conflicts: true,
    body: Type.Object({
      token: Secret,
      password: NewPassword,
      email: Type.Optional(Type.Unsafe<string>({ ...Email, description: 'Needed where you have none yet.' })),
      name: Type.Optional(PersonName),
    }),
    example: { token: EXAMPLE_SECRET, password: 'lanterns on the river', name: 'Nora Ellery' },
    status: 201,
    data: Me,
    message: 'Welcome',
    unversioned: true,
  }),
};
