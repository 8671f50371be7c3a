import type { IncomingMessage } from 'node:http';
import type { AccessLevel } from '@pharos/contract/route.ts';
import type { Database } from '../database/database.ts';
import { forbidden, unauthorized } from '../http/errors.ts';
import { type Actor, reaches } from './actor.ts';
import { digestOf, isApiToken, organizationOf } from './api-token.ts';
import { type Claims, type JwtSettings, openJwtVerifier } from './jwt.ts';
import { findMember, findTokenActor, insertViewer } from './queries.ts';

export type Authenticate = (request: IncomingMessage) => Promise<Actor>;

/** Turns a request's bearer token into an actor; 401 without a valid one, 403 for an unknown organization. */
export const openAuthentication = (database: Database, settings: JwtSettings): Authenticate => {
  const verifyJwt = openJwtVerifier(settings);
  return async (request) => {
    const token = bearerToken(request);
    if (!isApiToken(token)) return jwtActor(database, await verifyJwt(token));
    const actor = await findTokenActor(database, organizationOf(token), digestOf(token));
    if (!actor) throw unauthorized();
    return actor;
  };
};

const bearerToken = (request: IncomingMessage): string => {
  const [header, ...others] = request.headersDistinct.authorization ?? [];
  const token = /^Bearer +([\w.~+/=-]+)$/i.exec(header ?? '')?.[1];
  if (token === undefined || others.length > 0) throw unauthorized();
  return token;
};

const jwtActor = async (database: Database, claims: Claims): Promise<Actor> => {
  const { user_uuid, organization_uuid } = claims;
  const member = organization_uuid && (await findMember(database, organization_uuid, user_uuid));
  if (!organization_uuid || !member) throw forbidden('The token names no organization of this installation');
  if (member.access_level === null) await insertViewer(database, organization_uuid, user_uuid);
  const access_level = higher(member.access_level ?? 'viewer', claims.access_level ?? 'viewer');
  return { user_uuid, organization_uuid, access_level };
};

// A claim lifts a user to admin at most: only the database makes an operator.
const higher = (own: AccessLevel, claimed: AccessLevel): AccessLevel => {
  const lift = claimed === 'operator' ? 'admin' : claimed;
  return reaches(own, lift) ? own : lift;
};
