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
  /** Tries of a password, by the user or the e-mail address that it is tried for. */
  password: Limit;
  /** Tries of passwords and of invitations, by the network that they come from. */
  network: Limit;
};

const WINDOW_SECONDS = 15 * 60;

export const openLimits = (): Limits => ({ password: openLimit(10), network: openLimit(100) });

const openLimit = (points: number): Limit => {
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

/**
 * Network that an address is counted under: an IPv4 address itself, or the first 64 bits of an IPv6 address, which a
 * single household has to itself.
 */
export const networkOf = (address: string | null): string => {
  if (!address?.includes(':') || address.includes('.')) return address ?? '';
  const [head = ''] = address.split('::');
  return [...head.split(':'), '0', '0', '0', '0'].slice(0, 4).join(':');
};
