import { ACCESS_LEVELS, type Access, type AccessLevel, type Route } from '@pharos/contract/table/route.ts';
import sql from 'sql-template-tag';
import type { Person, Pharos } from '../support/pharos.ts';

/** Everybody who may ask for what belongs to a home. */
export type Column =
  | 'no token'
  | 'other organization'
  | 'viewer'
  | 'member'
  | 'other location'
  | 'admin'
  | 'operator'
  | 'deactivated';

export type Columns = Record<Column, Person | undefined>;

/** One of each, and the location that the member of another location is limited to. */
export const openColumns = async (pharos: Pharos, owner: Person): Promise<Columns> => {
  const [member, gone] = [await pharos.person('member', owner), await pharos.person('admin', owner)];
  const { organization_uuid } = owner.actor;
  const elsewhere = await addLocation(pharos, owner);
  await pharos.database.rows(sql`
    update users set location_uuids = ${[elsewhere]}::uuid[]
    where organization_uuid = ${organization_uuid} and uuid = ${member.actor.user_uuid}`);
  await pharos.database.rows(sql`
    update users set deactivated_at = clock_timestamp()
    where organization_uuid = ${organization_uuid} and uuid = ${gone.actor.user_uuid}`);
  return {
    'no token': undefined,
    'other organization': await pharos.person('admin'),
    viewer: await pharos.person('viewer', owner),
    member: await pharos.person('member', owner),
    'other location': member,
    admin: await pharos.person('admin', owner),
    operator: await pharos.person('operator', owner),
    deactivated: gone,
  };
};

export const addLocation = async ({ database }: Pharos, { actor }: Person): Promise<string> => {
  const row = await database.row<{ uuid: string }>(sql`
    insert into locations (organization_uuid, uuid, name)
    values (${actor.organization_uuid}, gen_random_uuid(), 'A chapel') returning uuid`);
  return row?.uuid as string;
};

const reaches = (level: AccessLevel, access: Access) =>
  access === 'public' ||
  (access !== 'callback' && access !== 'source' && ACCESS_LEVELS.indexOf(level) >= ACCESS_LEVELS.indexOf(access));

/** Tells a route about one case, whose location then decides who may work on it. */
const isAboutCase = (route: Route) =>
  /\{(case|call|job)_uuid\}/.test(route.path) || 'case_uuid' in bodyOf(route) || 'location_uuid' in bodyOf(route);

const bodyOf = (route: Route) => ((route.body ?? {}) as { properties?: object }).properties ?? {};

/** Tells a route that names a record of somebody's. */
export const namesSomething = (route: Route): boolean =>
  route.params !== undefined || Object.keys(bodyOf(route)).some((name) => /_uuids?$/.test(name));

/** The status that each of them gets; `done` is whatever the route answers where all is well. */
export const expected = (route: Route, column: Column): 401 | 403 | 404 | 'done' => {
  if (route.access === 'public') return 'done';
  // A provider's secret is nobody's token.
  if (route.access === 'callback' || route.access === 'source') return 401;
  if (column === 'no token' || column === 'deactivated') return 401;
  // Sessions are their user's alone.
  if (route.path === '/v1/me/sessions/{session_uuid}') return 404;
  if (column === 'other organization') {
    if (!reaches('admin', route.access)) return 403;
    return namesSomething(route) ? 404 : 'done';
  }
  if (column === 'other location') {
    const isFree = !isAboutCase(route) && route.path !== '/v1/tokens/{token_uuid}';
    return reaches('member', route.access) && isFree ? 'done' : 403;
  }
  // A token is its user's own, here an operator's: nobody below them revokes it.
  if (route.path === '/v1/tokens/{token_uuid}') return column === 'operator' ? 'done' : 403;
  return reaches(column, route.access) ? 'done' : 403;
};
