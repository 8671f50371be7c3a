import Type, { type Static } from 'typebox';
import { retention } from './organizations.ts';
import { route } from './table/route.ts';
import { DateTime, named, nullable, pageOf, paging, Uuid } from './table/schema.ts';

const Name = Type.String({ minLength: 1, maxLength: 255 });
const Address = Type.String({ maxLength: 1024 });

/** Location of an organization. Its retention days, if set, override the organization's. */
export const Location = named('Location', {
  uuid: Uuid,
  organization_uuid: Uuid,
  name: Name,
  address: nullable(Address),
  ...retention,
  created_at: DateTime,
  created_by: nullable(Uuid),
  updated_at: DateTime,
});
export type Location = Static<typeof Location>;

const writable = {
  address: Type.Optional(nullable(Address)),
  retention_days: Type.Optional(retention.retention_days),
  pre_need_retention_days: Type.Optional(retention.pre_need_retention_days),
};

export const LocationCreate = named('LocationCreate', { name: Name, ...writable });
export type LocationCreate = Static<typeof LocationCreate>;

/** Merge patch: null clears. */
export const LocationPatch = named('LocationPatch', { name: Type.Optional(Name), ...writable });
export type LocationPatch = Static<typeof LocationPatch>;

const params = Type.Object({ location_uuid: Uuid });

export const locations = {
  list: route({
    method: 'GET',
    path: '/v1/locations',
    summary: 'List locations, newest first',
    access: 'viewer',
    query: Type.Object({ ...paging }),
    status: 200,
    data: pageOf(Location),
  }),
  create: route({
    method: 'POST',
    path: '/v1/locations',
    summary: 'Add a location',
    access: 'admin',
    body: LocationCreate,
    example: { name: 'Chapel on the Hill', address: '4 Linden Road' } satisfies LocationCreate,
    status: 201,
    data: Location,
    message: 'Location created',
  }),
  get: route({
    method: 'GET',
    path: '/v1/locations/{location_uuid}',
    summary: 'Get a location',
    access: 'viewer',
    params,
    status: 200,
    data: Location,
  }),
  patch: route({
    method: 'PATCH',
    path: '/v1/locations/{location_uuid}',
    summary: 'Change a location by a merge patch (RFC 7396)',
    access: 'admin',
    params,
    body: LocationPatch,
    body_kind: 'merge_patch',
    example: { address: null, retention_days: 3650 } satisfies LocationPatch,
    status: 200,
    data: Location,
    message: 'Location updated',
  }),
  remove: route({
    method: 'DELETE',
    path: '/v1/locations/{location_uuid}',
    summary: 'Delete a location without cases and users',
    access: 'admin',
    conflicts: true,
    params,
    status: 204,
  }),
};
