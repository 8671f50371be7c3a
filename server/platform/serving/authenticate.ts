import type { IncomingMessage } from 'node:http';
import type { AccessLevel } from '@pharos/contract/table/route.ts';
import { record } from '../audit/record.ts';
import { lower, type Person, reaches } from '../auth/actor.ts';
import { type Claims, type JwtSettings, openJwtVerifier } from '../auth/jwt.ts';
import { findMember, findSessionPerson, findTokenPerson, insertViewer, touchToken } from '../auth/queries.ts';
import { digestOf, organizationOf } from '../auth/secret.ts';
import { requireOwnOrigin, sessionSecret } from '../auth/session.ts';
import type { Database, ScopedDatabase } from '../database/database.ts';
import { forbidden, unauthorized } from '../errors/errors.ts';
import { countHeader } from '../http/count-header.ts';

/** Turns a request's token or session into a person; 401 without a valid one, 403 for an unknown organization. */
export type Authenticate = (request: IncomingMessage) => Promise<Person>;

export type AuthenticationOptions = { jwt: JwtSettings; public_url?: string };

export const openAuthentication = (database: Database, { jwt, public_url }: AuthenticationOptions): Authenticate => {
  const verifyJwt = openJwtVerifier(jwt);
  return async (request) => {
    const secret = request.headers.authorization === undefined ? sessionSecret(request, public_url) : null;
    if (secret !== null) return sessionPerson(database, secret, request, public_url);
    const token = bearerToken(request);
    const organization_uuid = organizationOf('token', token);
    return organization_uuid === null
      ? jwtPerson(database, await verifyJwt(token), request.socket?.remoteAddress ?? null)
      : tokenPerson(database, organization_uuid, token);
  };
};

const bearerToken = (request: IncomingMessage): string => {
  const token = /^Bearer +([\w.~+/=-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined || countHeader(request, 'authorization') > 1) throw unauthorized();
  return token;
};

const sessionPerson = async (database: Database, secret: string, request: IncomingMessage, public_url?: string) => {
  const organization_uuid = organizationOf('session', secret);
  const person =
    organization_uuid &&
    (await findSessionPerson(database.scopedTo({ organization_uuid }), organization_uuid, digestOf(secret)));
  if (!person) throw unauthorized();
  requireOwnOrigin(request, public_url);
  return person;
};

const tokenPerson = async (database: Database, organization_uuid: string, token: string) => {
  const bound = database.scopedTo({ organization_uuid });
  const found = await findTokenPerson(bound, organization_uuid, digestOf(token));
  if (!found) throw unauthorized();
  const { token_uuid, token_level, scopes, expires_at, is_fresh, ...person } = found;
  if (!is_fresh) await touchToken(bound, organization_uuid, token_uuid);
  return {
    ...person,
    access_level: token_level ? lower(person.access_level, token_level) : person.access_level,
    token: { uuid: token_uuid, scopes, expires_at },
  };
};

const jwtPerson = async (database: Database, claims: Claims, address: string | null): Promise<Person> => {
  const { user_uuid, organization_uuid } = claims;
  if (!organization_uuid) throw unknownOrganization();
  const bound = database.scopedTo({ organization_uuid });
  const member = await findMember(bound, organization_uuid, user_uuid);
  if (!member) throw unknownOrganization();
  if (member.is_deactivated) throw unauthorized();
  const access_level = higher(member.access_level ?? 'viewer', claims.access_level ?? 'viewer');
  const person = { user_uuid, organization_uuid, access_level, location_uuids: member.location_uuids ?? [] };
  if (member.access_level === null) await join(bound, person, address);
  return person;
};

/** Adds somebody whom the issuer of tokens knows and this organization does not yet. */
const join = (bound: ScopedDatabase, person: Person, address: string | null) =>
  bound.transaction(async (tx) => {
    const added = await insertViewer(tx, person.organization_uuid, person.user_uuid);
    // Of two first requests at once, one adds.
    if (added.length === 0) return;
    const actor = { ...person, kind: 'user' as const, action: 'users.join', request_id: null, address };
    record(tx, actor, { subject_type: 'user', subject_uuid: person.user_uuid });
  });

const unknownOrganization = () =>
  forbidden('unknown_organization', 'The token names no organization of this installation');

// A claim lifts a user to admin at most: only the database makes an operator.
const higher = (own: AccessLevel, claimed: AccessLevel): AccessLevel => {
  const lift = claimed === 'operator' ? 'admin' : claimed;
  return reaches(own, lift) ? own : lift;
};
