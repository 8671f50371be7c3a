import type { Static, TObject, TSchema } from 'typebox';
import type { ErrorStatus } from './statuses.ts';

/**
 * Right to call a route: everyone, a provider with the secret of its job, a source by its signature, or a user with at least this level in their
 * own organization.
 */
export type Access = 'public' | 'callback' | 'source' | AccessLevel;
export const ACCESS_LEVELS = ['viewer', 'member', 'admin', 'operator'] as const;
export type AccessLevel = (typeof ACCESS_LEVELS)[number];

/**
 * `json` is application/json, `merge_patch` RFC 7396, `file` a transcript in any format, `stream` a recording's bytes,
 * `raw` a signed message, byte for byte and with its headers.
 */
export type BodyKind = 'json' | 'merge_patch' | 'file' | 'stream' | 'raw';

/**
 * Secret whose wrong guesses are counted: `sign_in` a password by e-mail address, `own_password` that of the caller,
 * `invitation` the secret of an invitation.
 */
export type RateLimit = 'sign_in' | 'own_password' | 'invitation';

/** Maximum size of the body of somebody who has not shown who they are, in bytes: 4 KiB. */
export const STRANGER_BODY_LIMIT = 4 * 1024;

/** Default maximum size of a body, in bytes: 1 MiB. */
export const BODY_LIMIT = 1024 * 1024;

export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';
  /** Path, with `{name}` for each parameter. */
  path: `/${string}`;
  summary: string;
  access: Access;
  params?: TObject;
  query?: TObject;
  /** Headers that another protocol needs, such as `Upload-Offset`, each with an example. */
  headers?: Readonly<Record<string, string>>;
  body?: TSchema;
  /** Valid body of a realistic funeral home; required for every JSON body. */
  example?: unknown;
  /** Default: `json`. */
  body_kind?: BodyKind;
  /** Maximum size in bytes. Default: 1 MiB. */
  body_limit?: number;
  status: 200 | 201 | 202 | 204;
  /** Schema of `data`; absent with 204, which has no body. */
  data?: TSchema;
  /**
   * `bytes`: a file as it is, whole or a range of it, without an envelope. `protocol`: another protocol reads the body
   * and answers. Default: JSON in an envelope.
   */
  answer_kind?: 'bytes' | 'protocol';
  /** The envelope's message. */
  message?: string;
  /** True to honor If-Match, as PUT, PATCH and DELETE of one record do by default. */
  takes_if_match?: true;
  /** True if an operator may also write records that all organizations share. */
  for_installation?: true;
  /** True if something else may have to happen first: 409. */
  conflicts?: true;
  /** Secret that could be guessed by it, so that wrong ones are counted: 429 after too many. */
  rate_limit?: RateLimit;
  /** Error statuses beyond those that follow from the rest of the row. */
  also_refuses?: readonly ErrorStatus[];
  /** True if it answers while the database is away. */
  without_database?: true;
  /** True if the record in the path may be a deleted one. */
  deleted_too?: true;
  /** True for a POST that only reads, such as a search whose words stay out of the address. */
  only_reads?: true;
  /** True for a POST that removes for good, so that it goes on while the disk is nearly full. */
  frees_space?: true;
  /** True if it takes many transactions, which an Idempotency-Key can't make one. */
  in_many_steps?: true;
  /** True if `data` holds a secret that is shown only once. */
  shows_secret?: true;
  /** True if the record has no version, and so neither ETag nor If-Match. */
  unversioned?: true;
};

/** Infers a route's exact type, from which handlers and client methods are typed. */
export const route = <const R extends Route>(definition: R): R => definition;

export type Params<R extends Route> = R extends { params: infer S extends TObject } ? Static<S> : unknown;
export type Query<R extends Route> = R extends { query: infer S extends TObject } ? Static<S> : unknown;
export type Body<R extends Route> = R extends { body: infer S extends TSchema } ? Static<S> : undefined;
export type Data<R extends Route> = R extends { data: infer S extends TSchema } ? Static<S> : undefined;

/** Type of record that a path parameter names: `call_uuid` → `call`. Null for a version and the like. */
export const thingOf = (parameter: string): string | null => /^(\w+)_uuid$/.exec(parameter)?.[1] ?? null;

/** The names in a route's path, in order: `/v1/calls/{call_uuid}` → `["call_uuid"]`. */
export const pathNames = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);
