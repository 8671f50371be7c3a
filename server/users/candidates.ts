import { passwordsThatMatch } from '../platform/auth/password.ts';
import type { ScopedDatabase } from '../platform/database/database.ts';
import { type Candidate, findCandidate, selectUsersOfEmail } from './queries.ts';

/** Users with this e-mail address, in lower case, read in one organization after another. */
export const findCandidates = (
  database: ScopedDatabase,
  email: string,
  organization_uuid?: string,
): Promise<Candidate[]> =>
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

/**
 * Candidates whose password it is. Without any, a password is hashed anyway, so that an unknown address takes no
 * less time.
 */
export const matching = async (candidates: Candidate[], password: string, turn: string): Promise<Candidate[]> => {
  const stored = candidates.map((candidate) => candidate.password);
  const matches = await passwordsThatMatch(password, stored, turn);
  return candidates.filter((_, index) => matches[index]);
};

/**
 * A stored password whose salt a new one of this user has to share, or null: passwords of one e-mail address in several
 * organizations have one salt, so that trying them takes no longer than trying one, which would tell of the others.
 */
export const findSaltOf = async (
  database: ScopedDatabase,
  email: string,
  user_uuid: string,
): Promise<string | null> => {
  const candidates = await findCandidates(database, email.toLowerCase());
  return candidates.find((other) => other.user_uuid !== user_uuid && other.password !== null)?.password ?? null;
};
