import type { Routes } from '@pharos/contract/table/routes.ts';
import { lockPassword } from '../me/queries.ts';
import { record } from '../platform/audit/record.ts';
import type { Sealer } from '../platform/audit/seal.ts';
import { identified, type NobodyActor } from '../platform/auth/actor.ts';
import type { ScopedDatabase } from '../platform/database/database.ts';
import { conflict, wrongPassword } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { findCandidates, matching } from '../users/candidates.ts';
import type { Candidate } from '../users/queries.ts';
import { type Entrance, openSession } from './open.ts';
import { recordRefused } from './record-refused.ts';

/** Needed to begin a session. */
export type SignInNeeds = { sealer: Pick<Sealer, 'soon'>; public_url?: string };

/**
 * Signs a user in by e-mail address and password. Wrong ones are refused with one wording and after the same work. It
 * counts as a guess unless the password was wrong for nobody: somebody who has an account of the same address in another
 * organization learns nothing, however often they sign in to theirs.
 */
export const signIn = async (
  { database, actor, body, origin, user_agent, browser, guesser }: RouteRequest<Routes['sessions']['create']>,
  { sealer, public_url }: SignInNeeds,
) => {
  const candidates = await findCandidates(database, body.email.toLowerCase(), body.organization_uuid);
  const found = await matching(candidates, body.password, guesser);
  const [one] = found;
  const entrance = { origin, public_url, user_agent, browser };
  const answer = one && found.length === 1 ? await enter(database, actor, one, entrance) : null;
  const refused = candidates.filter((candidate) => !answer || (candidate !== one && candidate.password !== null));
  if (refused.length > 0) await recordRefused(database, actor, refused);
  for (const { organization_uuid } of candidates) sealer.soon(organization_uuid);
  if (found.length > 1) {
    throw conflict(
      'ambiguous_organization',
      'This e-mail address and password are known to several organizations; send organization_uuid',
    );
  }
  if (!answer) throw wrongPassword();
  return { ...answer, counts_as_guess: refused.length > 0 };
};

/** Opens a session; null where the user was deactivated or got another password since it was tried. */
const enter = (database: ScopedDatabase, nobody: NobodyActor, { password, ...person }: Candidate, entrance: Entrance) =>
  database.transaction(async (tx) => {
    const { organization_uuid, user_uuid } = person;
    const actor = identified(nobody, person);
    await tx.bind({ organization_uuid });
    const now = await lockPassword(tx, organization_uuid, user_uuid);
    if (now?.password !== password) return null;
    record(tx, actor, { subject_type: 'user', subject_uuid: user_uuid });
    return openSession(tx, actor, entrance);
  });
