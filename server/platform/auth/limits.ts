import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { tooManyRequests } from '../errors/errors.ts';

/** A limit on how often something may be tried. */
export type Limit = {
  /** Counts one try; throws 429 where there were too many. */
  take(key: string): Promise<void>;
  /** Takes a try back, as it was no guess. */
  giveBack(key: string): Promise<void>;
};

/** Limits on guessing secrets. Each server counts for itself. */
export type Limits = {
  /** Tries of one password, by those who could be one guesser: a network, a known browser, a session's user. */
  password: Limit;
  /** Tries of the passwords of one e-mail address, by all networks together. */
  email: Limit;
  /** Tries of passwords and of invitations, by the network that they come from. */
  network: Limit;
};

const WINDOW_SECONDS = 15 * 60;

export const openLimits = (): Limits => ({
  password: openLimit(10),
  email: openLimit(100),
  network: openLimit(100),
});

/** Opens a limit of so many tries in a quarter of an hour. */
export const openLimit = (points: number): Limit => {
  const limiter = new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
  return {
    take: async (key) => {
      await limiter.consume(key).catch((state: unknown) => {
        throw state instanceof RateLimiterRes ? tooManyRequests(Math.ceil(state.msBeforeNext / 1000)) : state;
      });
    },
    giveBack: async (key) => {
      await limiter.reward(key);
    },
  };
};

/** A try that was counted: the guesser that it is counted for, and how to take it back. */
export type Try = { guesser: string; giveBack(): Promise<void> };

/** A sign-in: for which e-mail address, from which network, and from which known browser, if it is one. */
type SignIn = { email: string; network: string; known: string | null };

/**
 * Counts one try to sign in; throws 429 after too many. A browser that is known for the address has a count of its own:
 * whatever strangers try, also from the same network, they do not lock its user out.
 */
export const trySignIn = (limits: Limits, { email, network, known }: SignIn): Promise<Try> =>
  known
    ? openTry(known, [[limits.password, `${email} ${known}`]])
    : openTry(network, [
        [limits.network, network],
        [limits.password, `${email} ${network}`],
        [limits.email, email],
      ]);

/** Counts one try of the password of a user who is signed in; throws 429 after too many. */
export const tryOwnPassword = (limits: Limits, user_uuid: string): Promise<Try> =>
  openTry(user_uuid, [[limits.password, user_uuid]]);

/** Counts one try of an invitation; throws 429 after too many from one network. */
export const tryInvitation = (limits: Limits, network: string): Promise<Try> =>
  openTry(network, [[limits.network, network]]);

const openTry = async (guesser: string, counted: [Limit, string][]): Promise<Try> => {
  for (const [limit, key] of counted) await limit.take(key);
  return {
    guesser,
    giveBack: async () => {
      for (const [limit, key] of counted) await limit.giveBack(key);
    },
  };
};

/**
 * Network that an address is counted under: an IPv4 address itself, or the first 64 bits of an IPv6 address, which a
 * single household has to itself.
 */
export const networkOf = (address: string | null): string => {
  if (!address?.includes(':') || address.includes('.')) return address ?? '';
  const [head = ''] = address.split('::');
  return [...head.split(':'), '0', '0', '0', '0'].slice(0, 4).join(':');
};
