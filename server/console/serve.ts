import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { MissingPage } from '../platform/serving/answer-errors.ts';
import { ADDRESSES } from './addresses.ts';
import { type ConsoleFile, DIST, readConsole } from './files.ts';

// No inline code or style, nothing from elsewhere, and no text that becomes code (Trusted Types without a policy).
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};
const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * Serves the built console: its page at every one of its addresses, and what that page loads, by names that change.
 * A browser that asks for an unknown address gets the page too, as a 404, and the page says that nothing is there.
 */
export const serveConsole = (app: FastifyInstance, folder = DIST): MissingPage => {
  const files = readConsole(folder);
  const page = files?.get('/index.html');
  if (!files || !page) {
    app.log.warn('the console is not built, and not served: "npm start" builds it');
    return () => null;
  }
  const serve = (address: string, file: ConsoleFile, cache: string) =>
    app.get(address, (request, reply) => send(request, reply, file, cache));
  for (const [address, file] of files) {
    if (address === '/index.html') for (const own of ADDRESSES) serve(own, file, 'no-cache');
    else serve(address, file, FOR_EVER);
  }
  return (request, reply) => (isOfBrowser(request) ? send(request, reply.code(404), page, 'no-cache') : null);
};

/** True for a browser that asks for a page. Addresses below /v1 are the API's, even for a browser. */
const isOfBrowser = ({ method, url, raw }: FastifyRequest) =>
  (method === 'GET' || method === 'HEAD') && !url.startsWith('/v1/') && /\btext\/html\b/.test(raw.headers.accept ?? '');

const send = (request: FastifyRequest, reply: FastifyReply, { type, bytes, gzip }: ConsoleFile, cache: string) => {
  // What an address that nothing has answers depends on who asks.
  const vary = reply.statusCode === 404 ? 'accept, accept-encoding' : 'accept-encoding';
  reply.headers({ ...HEADERS, vary, 'cache-control': cache }).type(type);
  const accepted = String(request.raw.headers['accept-encoding'] ?? '');
  if (!gzip || !/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted)) return reply.send(bytes);
  return reply.header('content-encoding', 'gzip').send(gzip);
};
