/** Request to the server that is tried. */
export type Request = {
  method: string;
  path: string;
  /** A text is sent as it is; anything else as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  /** Token to use: the main one, that of another organization, none, or a given text. Default: main. */
  as?: 'main' | 'other' | 'nobody' | { token: string };
};

export type Answer = { status: number; headers: Headers; text: string; json: unknown };
export type Ask = (request: Request) => Promise<Answer>;

const LONGEST_TOLD = 160;

/** A request on one line, with as much of its body as tells what it is about. */
export const tell = ({ method, path, body, headers, as }: Request): string => {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const shown = text.length > LONGEST_TOLD ? `${text.slice(0, LONGEST_TOLD)}… (${text.length} characters)` : text;
  const own = Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`);
  const who = as === 'other' ? ['with the token of another organization'] : as === 'nobody' ? ['without a token'] : [];
  return [`${method} ${path}`, shown, ...own, ...who].filter(Boolean).join('  ');
};

/** Sends requests to a server. Tokens are sent and never told. Rejects where there is no answer. */
export const openAsk = (base_url: string, tokens: { main: string; other?: string }, fetch = globalThis.fetch): Ask => {
  const tokenOf = (as: Request['as'] = 'main') => {
    if (typeof as === 'object') return as.token;
    return as === 'nobody' ? undefined : as === 'other' ? tokens.other : tokens.main;
  };
  return async ({ method, path, body, headers, as }) => {
    const token = tokenOf(as);
    const response = await fetch(base_url.replace(/\/$/, '') + path, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parsed(text) };
  };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
