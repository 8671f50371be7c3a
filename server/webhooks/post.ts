import { FetchError } from '../sources/fetching/fetch-error.ts';
import { ask } from '../sources/fetching/fetch-media.ts';
import { INTERNET, isAllowed, type Network } from '../sources/fetching/network.ts';
import type { Outcome } from './queries.ts';

/** Milliseconds that a receiver has for its answer. */
const ANSWER_MS = 10_000;

/** Milliseconds that a receiver asks to wait before the next attempt; 0 where it says nothing. */
export type Answered = Outcome & { retry_after_ms: number };

/** Hosts, with their ports, that may be called though they are inside, and without TLS. */
export type InsideHosts = ReadonlySet<string>;

/** The network as a webhook sees it: the internet over TLS on any port, and the hosts that the operator allows. */
export const networkFor = (url: URL, inside: InsideHosts): Network =>
  inside.has(url.host)
    ? { ...INTERNET, isPublic: () => true, admits: () => true }
    : { ...INTERNET, admits: ({ protocol }) => protocol === 'https:' };

/** Tells whether an address may be called, as far as that can be told before its name is looked up. */
export const mayCall = (address: string, inside: InsideHosts): boolean => {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return isAllowed(networkFor(url, inside), url);
};

/** Posts a body, and answers with the outcome. No redirect is followed: somebody sets the new address. */
export const post = async (
  address: string,
  body: string,
  headers: Record<string, string>,
  { inside, closing }: { inside: InsideHosts; closing: AbortSignal },
): Promise<Answered> => {
  const failed = (reason: Outcome['reason']): Answered => ({ status: null, reason, retry_after_ms: 0 });
  if (!mayCall(address, inside)) return failed('address_not_allowed');
  const late = AbortSignal.timeout(ANSWER_MS);
  const url = new URL(address);
  try {
    const bytes = Buffer.from(body);
    const response = await ask(networkFor(url, inside), url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': String(bytes.length),
        'user-agent': 'Pharos-Webhooks',
        ...headers,
      },
      body: bytes,
      idle_ms: ANSWER_MS,
      signal: AbortSignal.any([late, closing]),
    });
    const { statusCode: status = 0 } = response;
    const { retry_after_ms } = FetchError.ofStatus(status, response.headers['retry-after']);
    response.destroy();
    if (status >= 200 && status < 300) return { status, reason: null, retry_after_ms: 0 };
    return { status, reason: status >= 300 && status < 400 ? 'redirected' : 'refused', retry_after_ms };
  } catch (error) {
    if (closing.aborted) return failed('interrupted');
    if (late.aborted) return failed('timed_out');
    const reason = error instanceof FetchError ? error.reason : null;
    return failed(reason === 'address_not_allowed' || reason === 'timed_out' ? reason : 'unreachable');
  }
};
