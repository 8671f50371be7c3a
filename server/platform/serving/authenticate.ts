import type { IncomingMessage } from 'node:http';
import type { AccessLevel } from '@pharos/contract/table/route.ts';
import { SCOPES } from '@pharos/contract/tokens.ts';
import { LRUCache } from 'lru-cache';
import type { Sql } from 'sql-template-tag';
import { type RecordedActor, record } from '../audit/record.ts';
import { recordRefusal } from '../audit/refusal.ts';
import { type Doing, lower, type Person, reaches } from '../auth/actor.ts';
import { type Claims, type JwtSettings, openJwtVerifier } from '../auth/jwt.ts';
import {
  findMember,
  findOwner,
  findSessionPerson,
  findTokenPerson,
  insertViewer,
  isActive,
  sessionUnchanged,
  tokenUnchanged,
  touchSession,
  touchToken,
} from '../auth/queries.ts';
import { digestOf, organizationOf } from '../auth/secret.ts';
import { requireOwnOrigin, sessionSecret } from '../auth/session.ts';
import type { Database, ScopedDatabase } from '../database/database.ts';
import type { Guard } from '../database/guard.ts';
import { forbidden, unauthorized } from '../errors/errors.ts';
import { countHeader } from '../http/count-header.ts';

/**
 * A person who asks. `guard`: what has to hold of them; where they were taken from memory, or their body took long, it is
 * asked with the next statement.
 */
export type Caller = { person: Person; guard?: Guard };

export type Authentication = {
  /** Turns a request's token or session into a person; 401 without a valid one, 403 for an unknown organization. */
  authenticate(request: IncomingMessage, doing: Doing): Promise<Caller>;
  /** Forgets a caller whose guard did not hold, so that they are looked up again. */
  forget(guard: Guard): void;
};

export type AuthenticationOptions = { jwt: JwtSettings; public_url?: string };

/** A token or a session that was good a moment ago. */
type Remembered = { person: Person; condition: Sql };

/**
 * Milliseconds after which a caller is looked up again even if nothing has changed, which notes that a token is used.
 */
const REMEMBERED_MS = 60_000;

/**
 * Callers are remembered by the digest of what they come with, so that their look-up need not come before what they ask
 * for: that nothing has changed is a guard of the very transaction. What was revoked a moment ago is refused by it.
 */
export const openAuthentication = (database: Database, { jwt, public_url }: AuthenticationOptions): Authentication => {
  const verifyJwt = openJwtVerifier(jwt);
  const memory = new LRUCache<string, Remembered>({ max: 10_000, ttl: REMEMBERED_MS });

  const bySecret = async (
    { find, kind }: Kept,
    organization_uuid: string | null,
    secret: string,
    doing: Doing,
  ): Promise<Caller> => {
    if (organization_uuid === null) throw unauthorized();
    const key = digestOf(secret);
    const known = memory.get(key);
    if (known) return { person: known.person, guard: { key, condition: known.condition, held: false } };
    const bound = database.scopedTo({ organization_uuid });
    const found = await find(bound, organization_uuid, key);
    if (!found) {
      await recordEnded(bound, { ...doing, kind: 'nobody', organization_uuid }, kind, key);
      throw unauthorized();
    }
    memory.set(key, found);
    return { person: found.person, guard: { key, condition: found.condition, held: true } };
  };

  const authenticate: Authentication['authenticate'] = async (request, doing) => {
    const secret = request.headers.authorization === undefined ? sessionSecret(request, public_url) : null;
    if (secret !== null) {
      const caller = await bySecret(SESSION, organizationOf('session', secret), secret, doing);
      requireOwnOrigin(request, public_url);
      return caller;
    }
    const token = bearerToken(request);
    const organization_uuid = organizationOf('token', token);
    if (organization_uuid !== null) return bySecret(TOKEN, organization_uuid, token, doing);
    const person = await jwtPerson(database, await verifyJwt(token), request.socket?.remoteAddress ?? null);
    return { person, guard: { key: digestOf(token), condition: isActive(person), held: true } };
  };
  return { authenticate, forget: ({ key }) => void memory.delete(key) };
};

type Find = (bound: ScopedDatabase, organization_uuid: string, digest: string) => Promise<Remembered | null>;

const findByToken: Find = async (bound, organization_uuid, digest) => {
  const found = await findTokenPerson(bound, organization_uuid, digest);
  if (!found) return null;
  const { token_uuid, token_level, scopes, expires_at, proof, ...person } = found;
  await touchToken(bound, organization_uuid, token_uuid);
  const access_level = token_level ? lower(person.access_level, token_level) : person.access_level;
  const is_unrestricted =
    access_level === person.access_level && scopes.length === SCOPES.length && expires_at === null;
  return {
    person: { ...person, access_level, token: { uuid: token_uuid, scopes, expires_at, is_unrestricted } },
    condition: tokenUnchanged(organization_uuid, digest, proof),
  };
};

const findBySession: Find = async (bound, organization_uuid, digest) => {
  const found = await findSessionPerson(bound, organization_uuid, digest);
  if (!found) return null;
  const { proof, ...person } = found;
  await touchSession(bound, organization_uuid, person.session_uuid);
  return { person, condition: sessionUnchanged(organization_uuid, digest, proof) };
};

/** Secrets of one kind, and how those that are good are found. */
type Kept = { find: Find; kind: 'token' | 'session' };
const TOKEN: Kept = { find: findByToken, kind: 'token' };
const SESSION: Kept = { find: findBySession, kind: 'session' };

/** Records that somebody came with a secret that was good once. */
const recordEnded = async (bound: ScopedDatabase, actor: RecordedActor, kind: Kept['kind'], digest: string) => {
  const owner = await findOwner(bound, actor.organization_uuid, kind, digest);
  if (owner) await recordRefusal(bound, actor, { type: 'user', uuid: owner.user_uuid }, unauthorized());
};

const bearerToken = (request: IncomingMessage): string => {
  const token = /^Bearer +([\w.~+/=-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined || countHeader(request, 'authorization') > 1) throw unauthorized();
  return token;
};

const jwtPerson = async (database: Database, claims: Claims, address: string | null): Promise<Person> => {
  const { user_uuid, organization_uuid } = claims;
  if (!organization_uuid) throw unknownOrganization();
  const bound = database.scopedTo({ organization_uuid });
  const member = await findMember(bound, organization_uuid, user_uuid);
  if (!member) throw unknownOrganization();
  if (member.is_deactivated) throw unauthorized();
  const own_level = member.access_level ?? 'viewer';
  const access_level = higher(own_level, claims.access_level ?? 'viewer');
  const jwt = { expires_at: claims.expires_at, is_lifted: access_level !== own_level };
  const person = { user_uuid, organization_uuid, access_level, location_uuids: member.location_uuids ?? [], jwt };
  if (member.access_level === null) await join(bound, person, address);
  return person;
};

/** Adds a user whom the issuer of tokens knows and this organization does not yet. */
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
