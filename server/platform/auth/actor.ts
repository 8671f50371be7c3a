import { ACCESS_LEVELS, type AccessLevel } from '@pharos/contract/table/route.ts';

/** A user who has shown who they are. Every statement for them is scoped to their organization. */
export type Person = {
  user_uuid: string;
  organization_uuid: string;
  access_level: AccessLevel;
  /** The locations whose cases they may work on; empty is no limit. */
  location_uuids: string[];
  /** The session, the token or the JWT that they came with. */
  session_uuid?: string;
  token?: ApiToken;
  jwt?: Jwt;
};

/** `is_unrestricted`: it may do all that its user may, and has no end. */
type ApiToken = { uuid: string; scopes: ('read' | 'write')[]; expires_at: string | null; is_unrestricted: boolean };

/** `is_lifted`: its claim gives a higher level than the user has here. */
type Jwt = { expires_at: string; is_lifted: boolean };

/** An action: the name of a route, such as `calls.update`, or of a task of the server, and where it was asked for. */
export type Doing = { action: string; request_id: string | null; address: string | null };

export type UserActor = Person & Doing & { kind: 'user' };

/** A speech service that calls back, known by the secret of a job. */
export type ProviderActor = Doing & { kind: 'provider'; organization_uuid: string };

/** The server itself, at work in an organization. */
export type ServerActor = Doing & { kind: 'server'; organization_uuid: string };

/** An unauthenticated caller. */
export type NobodyActor = Doing & { kind: 'nobody' };

/** An authenticated actor in an organization. */
export type Actor = UserActor | ProviderActor | ServerActor;

/** Turns an unauthenticated caller into the user that they have been identified as. */
export const identified = ({ action, request_id, address }: NobodyActor, person: Person): UserActor => ({
  ...person,
  kind: 'user',
  action,
  request_id,
  address,
});

/** The user that an actor is, or null. */
export const userOf = (actor: Actor | NobodyActor): string | null => (actor.kind === 'user' ? actor.user_uuid : null);

/** Tells whether a level has at least the rights of another: operator > admin > member > viewer. */
export const reaches = (level: AccessLevel, wanted: AccessLevel): boolean =>
  ACCESS_LEVELS.indexOf(level) >= ACCESS_LEVELS.indexOf(wanted);

/** The lower of two levels. */
export const lower = (one: AccessLevel, other: AccessLevel): AccessLevel => (reaches(one, other) ? other : one);

/** The server itself, at a task in an organization. */
export const server = (organization_uuid: string, action: string): ServerActor => ({
  kind: 'server',
  organization_uuid,
  action,
  request_id: null,
  address: null,
});
