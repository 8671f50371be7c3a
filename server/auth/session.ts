import type { IncomingMessage } from 'node:http';
import { forbidden } from '../http/errors.ts';

/** Only for this host, only over TLS (or loopback), and out of reach of scripts (RFC 6265bis, section 4.1.3.2). */
const COOKIE = '__Host-pharos_session';
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict';

/** Seconds until a session ends. */
export const SESSION_SECONDS = 12 * 60 * 60;

export const sessionCookie = (secret: string): string =>
  `${COOKIE}=${secret}; Max-Age=${SESSION_SECONDS}; ${ATTRIBUTES}`;

export const noSessionCookie = `${COOKIE}=; Max-Age=0; ${ATTRIBUTES}`;

/** The session's secret in a request's cookies; null where there is none. */
export const sessionSecret = (request: IncomingMessage): string | null => {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const own = pairs.filter((pair) => pair.startsWith(`${COOKIE}=`));
  return own.length === 1 ? (own[0] as string).slice(COOKIE.length + 1) : null;
};

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses what another site's page asks for with a visitor's cookie. `public_url` stands for a proxy's own address. */
export const requireOwnOrigin = (request: IncomingMessage, public_url?: string): void => {
  if (SAFE.has(request.method ?? '')) return;
  const { origin, host } = request.headers;
  const own = [`http://${host}`, `https://${host}`, ...(public_url ? [new URL(public_url).origin] : [])];
  if (origin !== undefined && own.includes(origin)) return;
  throw forbidden(
    'another_origin',
    'A request with a session comes from a page of this server: the header Origin has to name it',
  );
};
