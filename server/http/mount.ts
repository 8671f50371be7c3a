import type { Body, Data, Params, Query, Route } from '@pharos/contract/route.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, reaches } from '../auth/actor.ts';
import type { Authenticate } from '../auth/authenticate.ts';
import type { ImportedFile, StoredTranscript } from '../transcripts/stored.ts';
import { type Printable, successEnvelope } from './answer.ts';
import { requireBody } from './body-headers.ts';
import { forbidden, Refusal } from './errors.ts';
import { names } from './etag.ts';
import { readParams, readQuery } from './parameters.ts';
import type { BodyReader } from './read-body.ts';
import { type Decoder, INLINE_BYTES } from './threads.ts';

/** A body as its handler gets it: the transcript has become its stored text, a file its import. */
type Received<B> = B extends { transcript?: unknown }
  ? Omit<B, 'transcript'> & { transcript?: StoredTranscript | null }
  : B;

/** What a handler knows of a request: everything is checked but whether the thing exists. */
export type Incoming<R extends Route> = {
  actor: Actor;
  params: Params<R>;
  query: Query<R>;
  body: R extends { body_kind: 'file' } ? ImportedFile : Received<Body<R>>;
  if_match?: string;
};

export type Answer<R extends Route> = { data: Printable<Data<R>>; etag?: string };
type Handler<R extends Route> = (request: Incoming<R>) => Promise<R extends { status: 204 } ? void : Answer<R>>;

/** One handler for each verb of a feature's routes. */
export type Handlers<F extends Record<string, Route>> = { [V in keyof F]: Handler<F[V]> };

export type Tools = { app: FastifyInstance; authenticate: Authenticate; decoder: Decoder; readBody: BodyReader };

/** Throws 404 where a path names nothing that the actor may know of. Asked before a large body is read. */
export type Exists = (actor: Actor, params: Record<string, string>) => Promise<void>;

const NOBODY: Actor = { user_uuid: '', organization_uuid: '', access_level: 'viewer' };
const DEFAULT_BODY_LIMIT = 1024 * 1024;

/** Serves a feature's routes. What is checked first wins: token, rights, uuids, body headers, existence, body. */
export const mount = <F extends Record<string, Route>>(
  tools: Tools,
  feature: string,
  routes: F,
  handlers: Handlers<F>,
  exists?: Exists,
): void => {
  for (const [verb, route] of Object.entries(routes)) {
    const handler = handlers[verb] as unknown as Handler<Route>;
    const serve = async (request: FastifyRequest, reply: FastifyReply) => {
      const actor = route.access === 'public' ? NOBODY : await tools.authenticate(request.raw);
      request.actor = actor;
      requireLevel(actor, route);
      const params = readParams(route, request.params as Record<string, string>);
      const query = readQuery(route, request.query as Record<string, string>);
      let body: unknown;
      if (route.body) {
        requireBody(request.headers, route.body_kind ?? 'json', route.body_limit ?? DEFAULT_BODY_LIMIT);
        body = await receive(tools, `${feature}.${verb}`, route, request, reply, () => exists?.(actor, params));
      }
      const if_match = request.headers['if-match'];
      const answer = await handler({ actor, params, query, body, if_match } as Incoming<Route>);
      return send(reply, request, route, answer);
    };
    tools.app.route({ method: route.method, url: fastifyPath(route.path), handler: serve });
  }
};

/** `/v1/calls/{call_uuid}` in Fastify's own writing. */
const fastifyPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1');

const requireLevel = (actor: Actor, { access }: Route) => {
  if (access === 'public' || reaches(actor.access_level, access)) return;
  throw forbidden(`This needs the access level ${access}; yours is ${actor.access_level}`);
};

const receive = async (
  { decoder, readBody }: Tools,
  name: string,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  requireExistence: () => Promise<void> | undefined,
): Promise<unknown> => {
  const limit = route.body_limit ?? DEFAULT_BODY_LIMIT;
  const small = Number(request.headers['content-length'] ?? Infinity) <= INLINE_BYTES;
  if (!small) await requireExistence();
  const decoded = await readBody(request.raw, reply.raw, limit, (bytes) => decoder.decode({ name, bytes }));
  // A small body is read unasked, which saves a look-up where all is well; 404 still comes before 400.
  if (small && 'status' in decoded) await requireExistence();
  if ('status' in decoded) throw new Refusal(decoded.status, decoded.message, decoded);
  return decoded.body;
};

const send = (reply: FastifyReply, request: FastifyRequest, route: Route, answer: Answer<Route> | undefined) => {
  if (!answer) return reply.code(route.status).send();
  if (answer.etag !== undefined) {
    reply.header('etag', answer.etag);
    const known = request.headers['if-none-match'];
    if (route.method === 'GET' && known !== undefined && names(known, answer.etag)) return reply.code(304).send();
  }
  return reply
    .code(route.status)
    .header('content-type', 'application/json; charset=utf-8')
    .send(successEnvelope(answer.data, route.message ?? null, request.id));
};
