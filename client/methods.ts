import type { Body, Data, Params, Query, Route } from '@pharos/contract/table/route.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';

/** Answer: its `data` and its headers. */
export type Reply<D> = {
  data: D;
  message: string | null;
  request_id: string | null;
  /** ETag of the version, for `if_match`; null if the answer is not a single record. */
  etag: string | null;
};

/** Named values that a method takes: those of the path and the query, the body, and headers. */
export type Given<R extends Route> = Params<R> &
  Query<R> &
  (R extends { body: unknown } ? { body: Body<R> } : unknown) & {
    /** ETag of the version that was read; the change is refused with 412 if the record has changed since. */
    if_match?: string;
    /** Key of a POST, 1 to 255 characters: sent again with the same key, it does nothing and gets the first answer. */
    idempotency_key?: string;
    signal?: AbortSignal;
  };

/**
 * Method of the client, which takes path and query parameters by name, and the body. A file is returned as its
 * Response.
 */
export type Method<R extends Route> = (
  ...given: Record<string, never> extends Given<R> ? [given?: Given<R>] : [given: Given<R>]
) => Promise<R extends { status: 204 } ? void : R extends { answer_kind: 'bytes' } ? Response : Reply<Data<R>>>;

export type Client = {
  [F in keyof Routes]: { [V in keyof Routes[F]]: Routes[F][V] extends Route ? Method<Routes[F][V]> : never };
};
