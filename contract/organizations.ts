import Type, { type Static } from 'typebox';
import { RoleWords, TradeWords } from './sides.ts';
import { route } from './table/route.ts';
import { DateTime, named, nullable, pageOf, paging, TimeZone, Uuid } from './table/schema.ts';
import { Email, InvitationLink, PersonName, User } from './users.ts';

const Name = Type.String({ minLength: 1, maxLength: 255 });

/** Retention in days, at most a hundred years. */
const Days = Type.Integer({ minimum: 1, maximum: 36_500 });

/** Retention in days, of an organization, or of a location where it differs. Null keeps cases forever. */
export const retention = {
  retention_days: nullable(
    Type.Integer({ ...Days, description: 'Days that a case is kept after its last change; null keeps it forever.' }),
  ),
  pre_need_retention_days: nullable(
    Type.Integer({
      ...Days,
      description: 'Days that a pre-need case, one without a date of death, is kept; null keeps it forever.',
    }),
  ),
};

/** Organization: a funeral home, or several under one name. */
export const Organization = named('Organization', {
  uuid: Uuid,
  name: Name,
  ...retention,
  restorable_days: Type.Integer({ ...Days, description: 'Days in which deleted records can be restored.' }),
  time_zone: nullable(TimeZone),
  role_words: nullable(RoleWords),
  trade_words: TradeWords,
  uses_model: Type.Boolean({
    description: 'True if words of calls may be sent to the language model that the operator set up. Default: false.',
  }),
  shows_unsupported: Type.Boolean({
    description: 'True to show, as such, statements of a model that the words do not bear out. Default: false.',
  }),
  created_at: DateTime,
  updated_at: DateTime,
});
export type Organization = Static<typeof Organization>;

/** Merge patch: null clears retention days and the time zone, and brings the usual role words back. */
export const OrganizationPatch = named('OrganizationPatch', {
  name: Type.Optional(Name),
  retention_days: Type.Optional(retention.retention_days),
  pre_need_retention_days: Type.Optional(retention.pre_need_retention_days),
  restorable_days: Type.Optional(Organization.properties.restorable_days),
  time_zone: Type.Optional(Organization.properties.time_zone),
  role_words: Type.Optional(Organization.properties.role_words),
  trade_words: Type.Optional(TradeWords),
  uses_model: Type.Optional(Organization.properties.uses_model),
  shows_unsupported: Type.Optional(Organization.properties.shows_unsupported),
});
export type OrganizationPatch = Static<typeof OrganizationPatch>;

const params = Type.Object({ organization_uuid: Uuid });

export const organizations = {
  list: route({
    method: 'GET',
    path: '/v1/organizations',
    summary: 'List all organizations of the server, newest first',
    access: 'operator',
    query: Type.Object({ ...paging }),
    status: 200,
    data: pageOf(Organization),
  }),
  create: route({
    method: 'POST',
    path: '/v1/organizations',
    summary: 'Create an organization with its first admin; the answer contains their invitation, which is shown once',
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
  inviteAdmin: route({
    method: 'POST',
    path: '/v1/organizations/{organization_uuid}/admin-invitation',
    summary:
      'Invite an admin of any organization, where none of its own can sign in: somebody new, or a user of that email, who is made an admin; both organizations have it in their audit logs',
    access: 'operator',
    params,
    body: Type.Object({ email: Email, name: Type.Optional(nullable(PersonName)) }),
    example: { email: 'nora@evergreen.example' },
    status: 201,
    data: Type.Object({ user: User, invitation: InvitationLink }),
    message: 'Invitation created',
    shows_secret: true,
    unversioned: true,
  }),
  get: route({
    method: 'GET',
    path: '/v1/organizations/{organization_uuid}',
    summary: 'Get your organization; an operator may get any',
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
