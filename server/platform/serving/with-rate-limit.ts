import type { RefusalCode } from '@pharos/contract/table/refusals.ts';
import type { RateLimit, Route } from '@pharos/contract/table/route.ts';
import { type Actor, type NobodyActor, userOf } from '../auth/actor.ts';
import { findKnownBrowser } from '../auth/known-browsers.ts';
import { type Limits, networkOf, type Try, tryInvitation, tryOwnPassword, trySignIn } from '../auth/limits.ts';
import type { ScopedDatabase } from '../database/database.ts';
import { Refusal } from '../errors/errors.ts';
import type { AnyAnswer } from './handler.ts';
import type { ServerContext } from './server-context.ts';

/** Refusals by which a caller learns that a secret was wrong. */
const WRONG: Record<RateLimit, readonly RefusalCode[]> = {
  sign_in: ['invalid_credentials', 'ambiguous_organization'],
  own_password: ['incorrect_current_password'],
  invitation: ['invitation_invalid'],
};

type Asked = {
  database: ScopedDatabase;
  actor: Actor | NobodyActor;
  body: unknown;
  /** Secret by which the browser is known, if it has one. */
  browser?: string;
};

/**
 * Counts a request as a try of the secret that its row names; throws 429 after too many. A try that turns out to be no
 * wrong guess is taken back. Hands on who is counted as the guesser, if anybody is.
 */
export const withRateLimit = async (
  { limits, recordLimited }: Pick<ServerContext, 'limits' | 'recordLimited'>,
  { rate_limit }: Route,
  asked: Asked,
  work: (guesser?: string) => Promise<AnyAnswer>,
): Promise<AnyAnswer> => {
  if (!rate_limit) return work();
  const attempt = await TRIES[rate_limit](limits, asked).catch((error: unknown) => {
    if (rate_limit === 'sign_in') recordLimited?.(asked.database, asked.actor as NobodyActor, emailOf(asked));
    throw error;
  });
  let was_wrong = false;
  try {
    const answer = await work(attempt.guesser);
    was_wrong = answer?.counts_as_guess === true;
    return answer;
  } catch (error) {
    was_wrong =
      error instanceof Refusal && error.problems.some(({ code }) => WRONG[rate_limit].some((wrong) => wrong === code));
    throw error;
  } finally {
    if (!was_wrong) await attempt.giveBack();
  }
};

const emailOf = ({ body }: Pick<Asked, 'body'>) => (body as { email: string }).email.toLowerCase();

const TRIES: Record<RateLimit, (limits: Limits, asked: Asked) => Promise<Try>> = {
  sign_in: async (limits, { database, actor, body, browser }) => {
    const email = emailOf({ body });
    const known = await findKnownBrowser(database, browser, email);
    return trySignIn(limits, { email, network: networkOf(actor.address), known });
  },
  own_password: (limits, { actor }) => tryOwnPassword(limits, userOf(actor) ?? networkOf(actor.address)),
  invitation: (limits, { actor }) => tryInvitation(limits, networkOf(actor.address)),
};
