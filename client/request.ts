import { type BodyKind, pathNames, type Route } from '@pharos/contract/table/route.ts';

const CONTENT_TYPES: Record<BodyKind, string> = {
  json: 'application/json',
  merge_patch: 'application/merge-patch+json',
  file: 'application/octet-stream',
  stream: 'application/octet-stream',
  raw: 'application/octet-stream',
};

/**
 * Builds the arguments of a `fetch` for a route: parameters go into the path and the query, the body as its kind says.
 */
export const requestOf = (
  route: Route,
  { body, if_match, idempotency_key, signal, ...named }: Record<string, unknown>,
  baseUrl: string,
  token: string | undefined,
): [URL, RequestInit] => {
  const url = new URL(baseUrl);
  url.pathname = url.pathname.replace(/\/$/, '') + pathOf(route, named);
  for (const name of Object.keys(route.query?.properties ?? {})) {
    if (named[name] !== undefined) url.searchParams.set(name, String(named[name]));
  }
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  if (if_match !== undefined) headers['if-match'] = String(if_match);
  if (idempotency_key !== undefined) headers['idempotency-key'] = String(idempotency_key);
  const init: RequestInit = {
    method: route.method,
    headers,
    credentials: token === undefined ? 'same-origin' : 'omit',
    signal: signal as AbortSignal | undefined,
  };
  if (route.body) {
    const kind = route.body_kind ?? 'json';
    headers['content-type'] = CONTENT_TYPES[kind];
    const isBytes = kind === 'file' || kind === 'stream' || kind === 'raw';
    init.body = isBytes ? (body as RequestInit['body']) : JSON.stringify(body);
    // Asked for by fetch where the body is a stream of unknown length.
    if (kind === 'stream') Object.assign(init, { duplex: 'half' });
  }
  return [url, init];
};

const pathOf = (route: Route, named: Record<string, unknown>): string =>
  pathNames(route.path).reduce(
    (path, name) => path.replace(`{${name}}`, encodeURIComponent(String(named[name]))),
    route.path as string,
  );
