import { ImapFlow } from 'imapflow';
import { FetchError } from '../fetching/fetch-error.ts';
import { findAddress } from '../fetching/network.ts';
import type { Outside } from '../fetching/open-fetched.ts';
import { requireSecret } from '../kinds/kind.ts';

/** Port of IMAP over TLS from its first byte on; nothing else is asked. */
const PORT = '993';

/** Limits of what a mail server may send at once, far above what honest ones do. */
const LIMITS = {
  ...{ connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 },
  ...{ maxLineLength: 4 * 1024 * 1024, maxLiteralSize: 4 * 1024 * 1024, maxResponseSize: 8 * 1024 * 1024 },
  maxResponseTokens: 200_000,
};

export type OpenMailbox = { client: ImapFlow; uid_validity: string; close(): void };

/**
 * Opens the mailbox of a source. Its host must be public, as every host that a source names; the connection goes to the
 * address that was judged, and the certificate must be the host's. Throws FetchError.
 */
export const openMailbox = async ({ network, known, signal }: Outside): Promise<OpenMailbox> => {
  const { host = '', username = '', mailbox = 'INBOX' } = known.settings;
  const pass = requireSecret(known, 'password');
  const { hostname, port } = network.locate(new URL(`imaps://${host}:${PORT}`));
  const client = new ImapFlow({
    ...{ host: await findAddress(network, hostname), port: Number(port), secure: true, servername: host },
    ...{ auth: { user: username, pass }, tls: { ca: network.ca, minVersion: 'TLSv1.2' } },
    ...{ logger: false, disableAutoIdle: true, disableCompression: true, ...LIMITS },
  });
  // What breaks between two commands is told by the next one.
  client.on('error', () => {});
  const close = () => client.close();
  signal.addEventListener('abort', close, { once: true });
  const end = () => {
    signal.removeEventListener('abort', close);
    close();
  };
  try {
    signal.throwIfAborted();
    await client.connect();
    const { uidValidity } = await client.mailboxOpen(mailbox);
    return { client, uid_validity: String(uidValidity), close: end };
  } catch (error) {
    end();
    throw mailTrouble(error);
  }
};

/** Opens a mailbox for as long as something is done with it. */
export const withMailbox = async <T>(outside: Outside, use: (open: OpenMailbox) => Promise<T>): Promise<T> => {
  const open = await openMailbox(outside);
  try {
    return await use(open);
  } catch (error) {
    throw mailTrouble(error);
  } finally {
    open.close();
  }
};

type ImapError = Error & { authenticationFailed?: boolean; responseStatus?: string; code?: string };

const mailTrouble = (error: unknown): unknown => {
  const { authenticationFailed, responseStatus, code = '' } = error as ImapError;
  if (authenticationFailed) return new FetchError('fetch_forbidden', { cause: error });
  if (responseStatus === 'NO') return new FetchError('fetch_missing', { cause: error });
  if (/TIMEOUT/.test(code)) return new FetchError('timed_out', { cause: error });
  if (/TooLarge|TooMany/.test(code)) return new FetchError('too_large', { cause: error });
  // TLS, connections and what is no IMAP have many codes; a bug of ours has none.
  return code === '' ? error : new FetchError('unreachable', { cause: error });
};
