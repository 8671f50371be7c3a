import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Body, Data, Params, Query, RateLimit, Route } from '@pharos/contract/table/route.ts';
import type { ImportedFile, StoredTranscript } from '../../transcripts/stored.ts';
import type { NobodyActor, ProviderActor, UserActor } from '../auth/actor.ts';
import type { ScopedDatabase } from '../database/database.ts';
import type { FileResponse } from '../http/file-response.ts';
import type { Printable } from '../json/print-json.ts';

/** A body as its handler gets it: the transcript has become its stored text, a file its import. */
type Received<B> = B extends { transcript?: unknown }
  ? Omit<B, 'transcript'> & { transcript?: StoredTranscript | null }
  : B;

/** A body byte for byte, with the headers and the query (`?…`, or nothing) that it came with. */
export type RawBody = { bytes: Uint8Array; headers: IncomingHttpHeaders; search: string };

/** The kind of actor that a route takes. */
export type ActorOf<R extends Route> = R extends { access: 'public' | 'source' }
  ? NobodyActor
  : R extends { access: 'callback' }
    ? ProviderActor
    : UserActor;

/** A request as its handler gets it: everything is checked but whether the thing exists. */
export type RouteRequest<R extends Route> = {
  /** Scoped to the actor's organization; for the routes of operators, to the whole installation as well. */
  database: ScopedDatabase;
  actor: ActorOf<R>;
  params: Params<R>;
  query: Query<R>;
  body: R extends { body_kind: 'file' }
    ? ImportedFile
    : R extends { body_kind: 'stream' }
      ? AsyncIterable<Uint8Array>
      : R extends { body_kind: 'raw' }
        ? RawBody
        : Received<Body<R>>;
  if_match?: string;
  /** Ends when the client leaves before the answer: of requests that only read or have no body, and of streams. */
  signal?: AbortSignal;
  /** Origin of the page that sent the request, if one did. */
  origin?: string;
  /** Browser, as it calls itself, and the secret by which it is known, if it has one. */
  user_agent?: string;
  browser?: string;
  /** Network, known browser or user that a guess of a secret is counted for; only where the row has a rate limit. */
  guesser: R extends { rate_limit: RateLimit } ? string : undefined;
};

type Headers = Record<string, string | string[]>;

/** An answer in an envelope. */
export type Answer<R extends Route> = { data: Printable<Data<R>>; etag?: string; headers?: Headers } & Guess;

/** True if a secret that was right here still counts as a wrong guess of somebody else's. */
type Guess = { counts_as_guess?: boolean };

/** An answer that is a file as it is. */
export type FileAnswer = { file: FileResponse };

/** An answer that another protocol gives by itself, of the whole request: nothing of its body was read. */
export type ProtocolAnswer = { respond(request: IncomingMessage, response: ServerResponse): Promise<void> };

/** An answer without a body, which may still have headers. */
type NoContent = Promise<void> | Promise<{ headers: Headers }>;

/** An answer of any of these kinds. */
export type AnyAnswer =
  | undefined
  | (Partial<FileAnswer & ProtocolAnswer> & Guess & { data?: unknown; etag?: string; headers?: Headers });

/** A verb of a feature: answers a request with what it needs of `Needs`, which the app has opened once. */
export type Handler<R extends Route, Needs = unknown> = (
  request: RouteRequest<R>,
  needs: Needs,
) => R extends { answer_kind: 'protocol' }
  ? Promise<ProtocolAnswer>
  : R extends { status: 204 }
    ? NoContent
    : R extends { answer_kind: 'bytes' }
      ? Promise<FileAnswer>
      : Promise<Answer<R>>;

/** One handler for each verb of a feature's routes. */
export type Handlers<F extends Record<string, Route>, Needs = unknown> = { [V in keyof F]: Handler<F[V], Needs> };
