import Type, { type Static } from 'typebox';
import { route } from './table/route.ts';
import { DateTime, named, nullable, pageOf, paging, Uuid } from './table/schema.ts';
import { Email, InvitationLink, PersonName, User } from './users.ts';

const Name = Type.String({ minLength: 1, maxLength: 255 });

/** Days until something may go, at most a hundred years. */
const Days = Type.Integer({ minimum: 1, maximum: 36_500 });

/** Retention in days, of an organization, or of a location where it differs. Null keeps cases forever. */
export const retention = {
  retention_days: nullable(
    Type.Integer({ ...Days, description: 'Days that a case is kept after it was last touched; null keeps it.' }),
  ),
  pre_need_retention_days: nullable(
    Type.Integer({ ...Days, description: 'The same for pre-need: a case without a date of death.' }),
  ),
};

/** A funeral home, or several under one name. */
export const Organization = named('Organization', {
  uuid: Uuid,
  name: Name,
  ...retention,
  restorable_days: Type.Integer({ ...Days, description: 'Days in which what was deleted can be brought back.' }),
  created_at: DateTime,
  updated_at: DateTime,
});
export type Organization = Static<typeof Organization>;

/** A merge patch: null clears the days of retention. */
export const OrganizationPatch = named('OrganizationPatch', {
  name: Type.Optional(Name),
  retention_days: Type.Optional(retention.retention_days),
  pre_need_retention_days: Type.Optional(retention.pre_need_retention_days),
  restorable_days: Type.Optional(Organization.properties.restorable_days),
});
export type OrganizationPatch = Static<typeof OrganizationPatch>;

const params = Type.Object({ organization_uuid: Uuid });

export const organizations = {
  list: route({
    method: 'GET',
    path: '/v1/organizations',
    summary: 'List the organizations of the installation, newest first',
    access: 'operator',
    query: Type.Object({ ...paging }),
    status: 200,
    data: pageOf(Organization),
  }),
  create: route({
    method: 'POST',
    path: '/v1/organizations',
    summary: 'Open an organization with its first admin; the answer has their invitation, which is shown once',
    access: 'operator',
    conflicts: true,
    body: Type.Object({
      name: Name,
      admin: Type.Object({ email: Email, name: Type.Optional(nullable(PersonName)) }),
    }),
    example: { name: 'Evergreen Funeral Home', admin: { email: 'nora@evergreen.example' } },
    status: 201,
    data: Type.Object({ organization: Organization, user: User, invitation: InvitationLink }),
    message: 'Organization created',
    shows_secret: true,
  }),
  get: route({
    method: 'GET',
    path: '/v1/organizations/{organization_uuid}',
    summary: 'Read your organization; an operator may read any',
    access: 'viewer',
    params,
    status: 200,
    data: Organization,
  }),
  patch: route({
    method: 'PATCH',
    path: '/v1/organizations/{organization_uuid}',
    summary: 'Change your organization by a merge patch (RFC 7396)',
    access: 'admin',
    params,
    body: OrganizationPatch,
    body_kind: 'merge_patch',
    example: { retention_days: 3650, pre_need_retention_days: null } satisfies OrganizationPatch,
    status: 200,
    data: Organization,
    message: 'Organization updated',
  }),
};
