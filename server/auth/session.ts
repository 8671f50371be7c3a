import type { IncomingMessage } from 'node:http';
import { forbidden } from '../http/errors.ts';

/** Only for this host, only over TLS, and out of reach of scripts (RFC 6265bis, section 4.1.3.2). */
const COOKIE = { name: '__Host-pharos_session', attributes: 'Path=/; Secure; HttpOnly; SameSite=Strict' };
/** WebKit, and so Safari, keeps no Secure cookie of a page without TLS, not even from loopback. */
const LOOPBACK_COOKIE = { name: 'pharos_session', attributes: 'Path=/; HttpOnly; SameSite=Strict' };

/** Seconds until a session ends. */
export const SESSION_SECONDS = 12 * 60 * 60;

/** The cookie of a session that a page began; `origin` is that page's, as the browser says. */
export const sessionCookie = (secret: string, origin: string | undefined): string => {
  const { name, attributes } = cookieFor(origin);
  return `${name}=${secret}; Max-Age=${SESSION_SECONDS}; ${attributes}`;
};

export const noSessionCookie = (origin: string | undefined): string => {
  const { name, attributes } = cookieFor(origin);
  return `${name}=; Max-Age=0; ${attributes}`;
};

const cookieFor = (origin: string | undefined) => (isLoopback(origin) ? LOOPBACK_COOKIE : COOKIE);

/** Whether an origin is of this machine, without TLS: what it sends and gets passes no network. */
const isLoopback = (origin: string | undefined): boolean =>
  origin !== undefined && /^http:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(origin);

/**
 * The session's secret in a request's cookies; null where there is none. A cookie that needs no TLS counts only on
 * loopback, and never with a `public_url` of TLS: anybody on the way could have put it there.
 */
export const sessionSecret = (request: IncomingMessage, public_url?: string): string | null => {
  const { cookie = '', host } = request.headers;
  const pairs = cookie.split(';').map((pair) => pair.trim());
  const secretIn = ({ name }: typeof COOKIE) => {
    const own = pairs.filter((pair) => pair.startsWith(`${name}=`));
    return own.length === 1 ? (own[0] as string).slice(name.length + 1) : null;
  };
  const is_plain = isLoopback(`http://${host}`) && !public_url?.startsWith('https:');
  return (is_plain ? secretIn(LOOPBACK_COOKIE) : null) ?? secretIn(COOKIE);
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
