import { ACCESS_LEVELS, type AccessLevel } from '@pharos/contract/table/route.ts';

/** Somebody who has shown who they are. Every statement for them is bound to their organization. */
export type Person = {
  user_uuid: string;
  organization_uuid: string;
  access_level: AccessLevel;
  /** The locations whose cases they may work on; empty is no limit. */
  location_uuids: string[];
  /** What they came with; neither with a JWT. */
  session_uuid?: string;
  token?: { uuid: string; scopes: ('read' | 'write')[]; expires_at: string | null };
};

/** Who is asking, from where, and for what: the name of a route, such as `calls.update`, or of a task of the server. */
export type Actor = Person & { action: string; request_id: string | null; address: string | null };

/** Whether a level has at least the rights of another: operator > admin > member > viewer. */
export const reaches = (level: AccessLevel, wanted: AccessLevel): boolean =>
  ACCESS_LEVELS.indexOf(level) >= ACCESS_LEVELS.indexOf(wanted);

/** The lower of two levels. */
export const lower = (one: AccessLevel, other: AccessLevel): AccessLevel => (reaches(one, other) ? other : one);

/** The server itself, at work in an organization. */
export const server = (organization_uuid: string, action: string): Actor => ({
  user_uuid: '',
  organization_uuid,
  access_level: 'operator',
  location_uuids: [],
  action,
  request_id: null,
  address: null,
});
