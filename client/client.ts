import { takesIdempotencyKey } from '@pharos/contract/table/errors.ts';
import type { Route } from '@pharos/contract/table/route.ts';
import { routes } from '@pharos/contract/table/routes.ts';
import { PharosError } from './error.ts';
import type { Client, Reply } from './methods.ts';
import { requestOf } from './request.ts';
import { askAgain, isRepeatable, mintKey, waitFor } from './retry.ts';

export type ClientOptions = {
  /** Address of the server, such as `http://127.0.0.1:8080`. */
  baseUrl: string;
  /** API token or JWT. Without one, requests carry what `fetch` adds: in a browser, the session's cookie. */
  token?: string;
  /** Default: the global `fetch`. */
  fetch?: typeof globalThis.fetch;
  /**
   * Times that a request is tried again where it got no answer, or a 408, 429, 502, 503 or 504. Default: 2. Only what
   * is safe to repeat is: reads, PUT, PATCH, and POST, which gets an Idempotency-Key for it.
   */
  retries?: number;
};

/**
 * A typed client: a method for each route of the contract, such as `client.calls.update({ call_uuid, body })`.
 * Methods throw PharosError for every answer that is not a success; what `fetch` throws passes through.
 */
export const createClient = ({ baseUrl, token, fetch = globalThis.fetch, retries = 2 }: ClientOptions): Client => {
  const ask = async (route: Route, given: Record<string, unknown>): Promise<Response> => {
    if (retries === 0 || !isRepeatable(route)) return fetch(...requestOf(route, given, baseUrl, token));
    const key = takesIdempotencyKey(route) && { idempotency_key: given.idempotency_key ?? mintKey() };
    const [url, init] = requestOf(route, { ...given, ...key }, baseUrl, token);
    return askAgain(() => fetch(url, init), { retries, wait: waitFor, signal: init.signal });
  };
  const method =
    (route: Route) =>
    async (given: Record<string, unknown> = {}) => {
      const response = await ask(route, given);
      if (!response.ok) throw await PharosError.of(response);
      if (response.status === 204) return;
      if (route.answer_kind === 'bytes') return response;
      const { data, message, request_id } = (await response.json()) as Reply<unknown>;
      return { data, message, request_id, etag: response.headers.get('etag') };
    };
  const features = Object.entries(routes).map(([feature, verbs]) => {
    const methods = Object.entries(verbs).map(([verb, route]) => [verb, method(route as Route)]);
    return [feature, Object.fromEntries(methods)];
  });
  return Object.fromEntries(features);
};
