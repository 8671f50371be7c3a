import { lookup as lookUp } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { FetchError } from './fetch-error.ts';
import { isPublicAddress } from './public-address.ts';

/** The network as a fetch sees it; tests give one in which names are those of stand-ins. */
export type Network = {
  lookup: typeof lookUp;
  isPublic(address: string): boolean;
  /** Tells a port and protocol that may be asked. */
  admits(url: URL): boolean;
  /** Address that is asked for another; tests put stand-ins in the place of hosts. */
  locate(url: URL): URL;
  /** Certificates that are trusted instead of those that Node trusts; tests give that of a stand-in. */
  ca?: string;
};

/** The public internet, by HTTPS on its own port. */
export const INTERNET: Network = {
  lookup: lookUp,
  isPublic: isPublicAddress,
  admits: ({ protocol, port }) => protocol === 'https:' && port === '',
  locate: (url) => url,
};

/** Tells a URL that may be asked, as far as that can be told before its name is looked up. */
export const isAllowed = (network: Network, url: URL): boolean => {
  const bare = url.hostname.replace(/^\[|\]$/g, '');
  const isInside = isIP(bare) !== 0 && !network.isPublic(bare);
  return !isInside && url.username === '' && url.password === '' && network.admits(url);
};

/** Looks a name up, and refuses it where any of its addresses leads inside. */
export const guardedLookup =
  (network: Network): LookupFunction =>
  (hostname, options, callback) => {
    network.lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '');
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => network.isPublic(address)))
        return callback(new FetchError('address_not_allowed', { final: true }), '');
      // Node asks for all of them, to try one after another.
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };

/** Address of a name, of which every address is public; throws FetchError where one is not. */
export const findAddress = (network: Network, hostname: string): Promise<string> =>
  new Promise((resolve, reject) => {
    guardedLookup(network)(hostname, {}, (error, address) => {
      if (!error) return resolve(address as string);
      reject(error instanceof FetchError ? error : new FetchError('unreachable', { cause: error }));
    });
  });
