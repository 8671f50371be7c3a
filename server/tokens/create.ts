import { randomUUID } from 'node:crypto';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { SCOPES, type TokenCreate } from '@pharos/contract/tokens.ts';
import { record } from '../platform/audit/record.ts';
import { reaches, type UserActor } from '../platform/auth/actor.ts';
import { requireConfirmed } from '../platform/auth/in-person.ts';
import { digestOf, mintSecret, prefixOf } from '../platform/auth/secret.ts';
import { forbidden, invalid, problem } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerToken } from './answer.ts';
import { findToken, insertToken, type TokenRow } from './queries.ts';

/**
 * Creates a token of the actor's own. One created with a token or a JWT has no more rights than that, and lasts no longer.
 */
export const createToken = ({ database, actor, body }: RouteRequest<Routes['tokens']['create']>) => {
  const allowed = within(actor, body);
  return database.transaction(async (tx) => {
    await requireConfirmed(tx, actor);
    const token = mintSecret('token', actor.organization_uuid);
    const { organization_uuid, user_uuid } = actor;
    const uuid = randomUUID();
    await insertToken(tx, {
      organization_uuid,
      user_uuid,
      uuid,
      name: body.name,
      digest: digestOf(token),
      prefix: prefixOf(token),
      ...allowed,
    });
    record(tx, actor, { subject_type: 'token', subject_uuid: uuid });
    return { data: { ...answerToken((await findToken(tx, organization_uuid, uuid)) as TokenRow), token } };
  });
};

/** Rights and end of a new token, which never exceed the actor's own; throws 403 where more is asked for. */
const within = ({ access_level, token: parent, jwt }: UserActor, asked: TokenCreate) => {
  const level = asked.access_level ?? (parent ? access_level : null);
  if (level && !reaches(access_level, level)) {
    throw forbidden(
      'insufficient_access_level',
      `Your access level is ${access_level}: you cannot make a token with ${level}`,
      {
        level,
        yours: access_level,
      },
    );
  }
  const scopes = asked.scopes ?? parent?.scopes ?? [...SCOPES];
  if (parent && !scopes.every((scope) => parent.scopes.includes(scope))) {
    throw forbidden(
      'exceeds_token_rights',
      `The token that you came with has the scope ${parent.scopes.join(', ')} alone`,
    );
  }
  const last = parent?.expires_at ?? jwt?.expires_at ?? null;
  const expires_at = asked.expires_at ?? last;
  if (expires_at !== null && Date.parse(expires_at) <= Date.now()) {
    throw invalid(problem('/expires_at', 'must_be_future', 'must be in the future'));
  }
  if (last && Date.parse(expires_at as string) > Date.parse(last)) {
    throw forbidden(
      'exceeds_token_rights',
      `Your token expires at ${last}; a token that it creates cannot expire later`,
    );
  }
  return { access_level: level, scopes, expires_at };
};
