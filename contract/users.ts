import Type, { type Static } from 'typebox';
import { EXAMPLE_IDS } from './table/example-ids.ts';
import { ACCESS_LEVELS, route } from './table/route.ts';
import { DateTime, named, nullable, oneOf, pageOf, paging, Uuid } from './table/schema.ts';

/** Email address in ASCII (RFC 5321), which every database compares alike when it ignores case. */
export const Email = Type.String({
  format: 'email',
  pattern: '^[!#-Z^-~]+@[0-9A-Za-z.-]+$',
  maxLength: 254,
  description: 'Unique in the organization, ignoring case.',
});

export const PersonName = Type.String({ minLength: 1, maxLength: 255 });

export const Level = oneOf(ACCESS_LEVELS);

const LocationUuids = Type.Array(Uuid, {
  maxItems: 200,
  description: 'Locations that a viewer or member is limited to; empty means no limit. Admins have no limit.',
});

/** User of an organization. Once deactivated they can do nothing, but their work keeps their name. */
export const User = named('User', {
  uuid: Uuid,
  organization_uuid: Uuid,
  email: nullable(Email),
  name: nullable(PersonName),
  access_level: Level,
  location_uuids: LocationUuids,
  deactivated_at: nullable(DateTime),
  created_at: DateTime,
  created_by: nullable(Uuid),
  updated_at: DateTime,
});
export type User = Static<typeof User>;

/** Link to choose a password, once, within 7 days. A newer link replaces it. */
export const InvitationLink = named('InvitationLink', {
  link: Type.String({ description: 'Shown only once. Give it to the invited person.' }),
  expires_at: DateTime,
});
export type InvitationLink = Static<typeof InvitationLink>;

export const UserCreate = named('UserCreate', {
  email: Email,
  name: Type.Optional(nullable(PersonName)),
  access_level: Level,
  location_uuids: Type.Optional(LocationUuids),
});
export type UserCreate = Static<typeof UserCreate>;

/** Merge patch: null clears the name. */
export const UserPatch = named('UserPatch', {
  email: Type.Optional(Email),
  name: Type.Optional(nullable(PersonName)),
  location_uuids: Type.Optional(LocationUuids),
});
export type UserPatch = Static<typeof UserPatch>;

const params = Type.Object({ user_uuid: Uuid });

export const users = {
  list: route({
    method: 'GET',
    path: '/v1/users',
    summary: 'List users, including deactivated ones, newest first',
    access: 'viewer',
    query: Type.Object({ ...paging }),
    status: 200,
    data: pageOf(User),
  }),
  create: route({
    method: 'POST',
    path: '/v1/users',
    summary: 'Add a user, with at most your own level; the answer contains their invitation, which is shown once',
    access: 'admin',
    conflicts: true,
    body: UserCreate,
    example: { email: 'nora@evergreen.example', name: 'Nora Ellery', access_level: 'member' } satisfies UserCreate,
    status: 201,
    data: Type.Object({ user: User, invitation: InvitationLink }),
    message: 'User created',
    shows_secret: true,
  }),
  get: route({
    method: 'GET',
    path: '/v1/users/{user_uuid}',
    summary: 'Get a user',
    access: 'viewer',
    params,
    status: 200,
    data: User,
  }),
  patch: route({
    method: 'PATCH',
    path: '/v1/users/{user_uuid}',
    summary: 'Change a user by a merge patch (RFC 7396)',
    access: 'admin',
    conflicts: true,
    params,
    body: UserPatch,
    body_kind: 'merge_patch',
    example: { name: 'Nora Ellery-Hart' } satisfies UserPatch,
    status: 200,
    data: User,
    message: 'User updated',
  }),
  remove: route({
    method: 'DELETE',
    path: '/v1/users/{user_uuid}',
    summary: 'Deactivate a user: their sessions and tokens end immediately, and their work stays',
    access: 'admin',
    conflicts: true,
    params,
    status: 204,
  }),
  restore: route({
    method: 'POST',
    path: '/v1/users/{user_uuid}/restore',
    summary: 'Reactivate a deactivated user',
    access: 'admin',
    params,
    status: 200,
    data: User,
    message: 'User restored',
  }),
  invite: route({
    method: 'POST',
    path: '/v1/users/{user_uuid}/invitation',
    summary: 'Create a new invitation, also for a forgotten password; it is shown once',
    access: 'admin',
    conflicts: true,
    params,
    status: 201,
    data: InvitationLink,
    message: 'Invitation created',
    shows_secret: true,
    unversioned: true,
  }),
  setAccessLevel: route({
    method: 'PATCH',
    path: '/v1/user-permissions',
    summary: "Change a user's access level, up to your own; the answer is the new level",
    access: 'admin',
    conflicts: true,
    body: Type.Object({ user_uuid: Uuid, access_level: Level }),
    example: { user_uuid: EXAMPLE_IDS.user_uuid, access_level: 'admin' },
    status: 200,
    data: Type.String(),
    message: 'Access level updated',
  }),
};
