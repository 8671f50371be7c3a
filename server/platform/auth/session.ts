import type { IncomingMessage } from 'node:http';
import { forbidden } from '../errors/errors.ts';

/** Cookie for this host only, over TLS only, and out of reach of scripts (RFC 6265bis, section 4.1.3.2). */
const COOKIE = { name: '__Host-pharos_session', attributes: 'Path=/; Secure; HttpOnly; SameSite=Strict' };
/** WebKit, and so Safari, keeps no Secure cookie of a page without TLS, not even from loopback. */
const LOOPBACK_COOKIE = { name: 'pharos_session', attributes: 'Path=/; HttpOnly; SameSite=Strict' };

/** Cookies by which a browser that has signed somebody in is known, likewise. */
const BROWSER = { name: '__Host-pharos_browser', attributes: COOKIE.attributes };
const LOOPBACK_BROWSER = { name: 'pharos_browser', attributes: LOOPBACK_COOKIE.attributes };

/** Days for which a browser is known that signs nobody in. */
export const KNOWN_DAYS = 180;

/** Seconds until a session ends, and until one of which nothing is heard does. */
export const SESSION_SECONDS = 12 * 60 * 60;
export const IDLE_SECONDS = 60 * 60;

/**
 * Addresses under which a session begins: the page's origin, as the browser reports it, and the proxy's public address.
 */
export type Door = { origin?: string; public_url?: string };

/** Set-Cookie values that set the cookie of a new session and remove the other cookie, which may belong to another user. */
export const sessionCookies = (secret: string, door: Door): string[] => {
  const [own, other] = isPlain(door) ? [LOOPBACK_COOKIE, COOKIE] : [COOKIE, LOOPBACK_COOKIE];
  return [`${own.name}=${secret}; Max-Age=${SESSION_SECONDS}; ${own.attributes}`, noCookie(other)];
};

/** Set-Cookie values by which a browser is known from now on. */
export const browserCookies = (secret: string, door: Door): string[] => {
  const { name, attributes } = isPlain(door) ? LOOPBACK_BROWSER : BROWSER;
  return [`${name}=${secret}; Max-Age=${KNOWN_DAYS * 24 * 60 * 60}; ${attributes}`];
};

const noCookie = ({ name, attributes }: typeof COOKIE) => `${name}=; Max-Age=0; ${attributes}`;

/** Takes the cookie of a session away, whichever it is. */
export const noSessionCookies = [COOKIE, LOOPBACK_COOKIE].map(noCookie);

/**
 * Tells whether a page is served from this machine without TLS, so that its traffic crosses no network. With a
 * `public_url` of TLS no page is, since a proxy may give the server its own name.
 */
const isPlain = ({ origin, public_url }: Door): boolean =>
  origin !== undefined &&
  /^http:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(origin) &&
  !(public_url && new URL(public_url).protocol === 'https:');

/**
 * The session's secret in a request's cookies; null where there is none. A cookie that needs no TLS counts only on
 * loopback: anywhere else, anybody on the way could have put it there.
 */
export const sessionSecret = (request: IncomingMessage, public_url?: string): string | null => {
  const plain = isPlain({ origin: `http://${request.headers.host}`, public_url });
  return (plain ? cookieIn(request, LOOPBACK_COOKIE) : null) ?? cookieIn(request, COOKIE);
};

/** The secret by which a request's browser is known; it lets nobody in, so any that a browser keeps will do. */
export const browserSecret = (request: IncomingMessage): string | undefined =>
  cookieIn(request, BROWSER) ?? cookieIn(request, LOOPBACK_BROWSER) ?? undefined;

const cookieIn = ({ headers }: IncomingMessage, { name }: typeof COOKIE): string | null => {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const own = pairs.filter((pair) => pair.startsWith(`${name}=`));
  return own.length === 1 ? (own[0] as string).slice(name.length + 1) : null;
};

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses what another site's page asks for with a visitor's cookie. `public_url` stands for a proxy's own address. */
export const requireOwnOrigin = (request: IncomingMessage, public_url?: string): void => {
  if (SAFE.has(request.method ?? '')) return;
  const { origin, host } = request.headers;
  const shown = public_url === undefined ? null : new URL(public_url);
  // Behind TLS, a page without it may have been put there by anybody on the way.
  const own = shown?.protocol === 'https:' ? [shown.origin] : [`http://${host}`, `https://${host}`, shown?.origin];
  if (origin !== undefined && own.includes(origin)) return;
  throw forbidden(
    'cross_origin_request',
    'A request with a session must come from a page of this server, as named in the header Origin',
  );
};
