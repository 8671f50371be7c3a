import { type ClientRequest, type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { FetchError } from './fetch-error.ts';
import { guardedLookup, isAllowed, type Network } from './network.ts';

/** Limits of one answer. */
export type FetchLimits = { max_bytes: number; total_ms: number; idle_ms: number };

export type Asking = {
  /** Names of hosts that may be asked; one that begins with a dot stands for all names below it. */
  hosts: readonly string[];
  headers?: Record<string, string>;
  method?: 'GET' | 'POST';
  body?: string;
  limits: FetchLimits;
  signal: AbortSignal;
};

const MOST_REDIRECTS = 5;

/**
 * Fetches from an allowed host, and answers its body, which throws past its limits. Each redirect is
 * judged as the first address is. A name is looked up once, every address of it must be public, and that address is the
 * one connected to: what the name stands for a moment later changes nothing. Credentials go to the first host alone.
 */
export const fetchMedia = async (
  network: Network,
  address: string,
  asking: Asking,
): Promise<AsyncIterable<Uint8Array>> => {
  let url = allowedUrl(network, address, asking.hosts);
  const first = url.host;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const response = await ask(network, network.locate(url), {
      ...asking,
      ...(url.host !== first && { headers: {} }),
      idle_ms: asking.limits.idle_ms,
    });
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      response.destroy();
      url = allowedUrl(network, headers.location, asking.hosts, url);
      continue;
    }
    if (statusCode === 200) return limited(response, asking.limits);
    response.destroy();
    throw FetchError.ofStatus(statusCode, headers['retry-after']);
  }
  throw new FetchError('too_many_redirects', { final: true });
};

const allowedUrl = (network: Network, address: string, hosts: readonly string[], base?: URL): URL => {
  if (!URL.canParse(address, base?.href)) throw new FetchError('address_not_allowed', { final: true });
  const url = new URL(address, base);
  const { hostname } = url;
  const isNamed = hosts.some((host) => (host.startsWith('.') ? hostname.endsWith(host) : hostname === host));
  if (!isNamed || !isAllowed(network, url)) throw new FetchError('address_not_allowed', { final: true });
  return url;
};

/** A request to an address that is allowed. `idle_ms`: milliseconds that it may be silent. */
export type Request = Pick<Asking, 'headers' | 'method' | 'signal'> & { body?: string | Uint8Array; idle_ms: number };

/** Asks an address, and answers once its headers are there. Its name is looked up and judged as it is connected to. */
export const ask = (network: Network, url: URL, { method = 'GET', headers, body, idle_ms, signal }: Request) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const open = url.protocol === 'https:' ? overHttps : overHttp;
    // An agent of before could keep a connection to an address that the name had then.
    const options = { method, agent: false as const, lookup: guardedLookup(network), signal, headers: { ...headers } };
    const request: ClientRequest = open(url, options, (response) => {
      request.setTimeout(0);
      resolve(response);
    });
    request.setTimeout(idle_ms, () => request.destroy(new FetchError('timed_out')));
    request.on('error', (error) =>
      reject(error instanceof FetchError ? error : new FetchError('unreachable', { cause: error })),
    );
    request.end(body);
  });

/** Yields a body's bytes; throws where it is too long, too slow or silent. */
async function* limited(response: IncomingMessage, { max_bytes, total_ms, idle_ms }: FetchLimits) {
  const late = () => response.destroy(new FetchError('timed_out'));
  const [total, idle] = [setTimeout(late, total_ms), setTimeout(late, idle_ms)];
  let bytes = 0;
  try {
    if (Number(response.headers['content-length'] ?? 0) > max_bytes) throw new FetchError('too_large', { final: true });
    for await (const chunk of response) {
      idle.refresh();
      bytes += (chunk as Buffer).length;
      if (bytes > max_bytes) throw new FetchError('too_large', { final: true });
      yield chunk as Uint8Array;
    }
  } catch (error) {
    throw error instanceof FetchError ? error : new FetchError('unreachable', { cause: error });
  } finally {
    clearTimeout(total);
    clearTimeout(idle);
    response.destroy();
  }
}
