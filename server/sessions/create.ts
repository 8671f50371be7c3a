import type { Routes } from '@pharos/contract/table/routes.ts';
import { lockPassword } from '../me/queries.ts';
import { record } from '../platform/audit/record.ts';
import type { Sealer } from '../platform/audit/seal.ts';
import { identified, type NobodyActor } from '../platform/auth/actor.ts';
import { type Limits, networkOf } from '../platform/auth/limits.ts';
import { isPassword } from '../platform/auth/password.ts';
import type { Door } from '../platform/auth/session.ts';
import type { ScopedDatabase } from '../platform/database/database.ts';
import { conflict, wrongPassword } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { openSession } from './open.ts';
import { type Candidate, findCandidate, selectUsersOfEmail } from './queries.ts';

export type SignInTools = { limits: Limits; sealer: Pick<Sealer, 'soon'>; public_url?: string };

/** Signs a user in by e-mail address and password. Wrong ones are refused with one wording and after the same work. */
export const signIn = async (
  { database, actor, body, origin }: RouteRequest<Routes['sessions']['create']>,
  { limits, sealer, public_url }: SignInTools,
) => {
  const [email, network] = [body.email.toLowerCase(), networkOf(actor.address)];
  await limits.network.take(network);
  await limits.password.take(email);
  const candidates = await findCandidates(database, email, body.organization_uuid);
  const found = await matching(candidates, body.password);
  const [one] = found;
  const answer = one && found.length === 1 ? await enter(database, actor, one, { origin, public_url }) : null;
  const concerned = answer ? found : candidates;
  if (!answer) await recordRefused(database, actor, concerned);
  for (const { organization_uuid } of concerned) sealer.soon(organization_uuid);
  if (found.length > 1) {
    throw conflict(
      'ambiguous_organization',
      'This e-mail address and password are known to several organizations; send organization_uuid',
    );
  }
  if (!answer) throw wrongPassword();
  await limits.network.giveBack(network);
  await limits.password.giveBack(email);
  return answer;
};

/** Users with this e-mail address, read in one organization after another. */
const findCandidates = (database: ScopedDatabase, email: string, organization_uuid?: string): Promise<Candidate[]> =>
  database.transaction(async (tx) => {
    await tx.bind({ email });
    const candidates: Candidate[] = [];
    for (const user of await selectUsersOfEmail(tx, email, organization_uuid)) {
      await tx.bind({ organization_uuid: user.organization_uuid });
      const candidate = await findCandidate(tx, user.organization_uuid, user.user_uuid);
      if (candidate) candidates.push(candidate);
    }
    return candidates;
  });

/** Candidates whose password it is. At least one password is tried, so that an unknown address takes no less time. */
const matching = async (candidates: Candidate[], password: string): Promise<Candidate[]> => {
  const tried = candidates.length > 0 ? candidates : [null];
  const hits = await Promise.all(tried.map((candidate) => isPassword(password, candidate?.password ?? null)));
  return candidates.filter((_, index) => hits[index]);
};

/** Opens a session; null where the user was deactivated or got another password since it was tried. */
const enter = (database: ScopedDatabase, nobody: NobodyActor, { password, ...person }: Candidate, door: Door) =>
  database.transaction(async (tx) => {
    const { organization_uuid, user_uuid } = person;
    const actor = identified(nobody, person);
    await tx.bind({ organization_uuid });
    const now = await lockPassword(tx, organization_uuid, user_uuid);
    if (now?.password !== password) return null;
    record(tx, actor, { subject_type: 'user', subject_uuid: user_uuid });
    return openSession(tx, actor, door);
  });

const recordRefused = (database: ScopedDatabase, actor: NobodyActor, candidates: Candidate[]) =>
  database.transaction(
    async (tx) => {
      for (const { organization_uuid, user_uuid } of candidates) {
        await tx.bind({ organization_uuid });
        const subject = { subject_type: 'user', subject_uuid: user_uuid, outcome: 'refused' as const };
        record(tx, { ...actor, organization_uuid }, subject);
      }
    },
    { lazy: true },
  );
