import type { OutgoingHttpHeaders } from 'node:http';
import { pathNames, type Route } from '@pharos/contract/table/route.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { recordRefusal } from '../audit/refusal.ts';
import type { Sealer } from '../audit/seal.ts';
import { type Actor, type Person, reaches } from '../auth/actor.ts';
import type { Database, ScopedDatabase } from '../database/database.ts';
import { needsLevel, Refusal } from '../errors/errors.ts';
import { requireBody } from '../http/body-headers.ts';
import { streamBody } from '../http/body-stream.ts';
import { isKnown } from '../http/etag.ts';
import { type FileResponse, sendFile } from '../http/file-response.ts';
import { isUuid, readParams, readQuery, requireDecodable } from '../http/parameters.ts';
import type { BodyReader } from '../http/read-body.ts';
import { withIdempotencyKey } from '../idempotency/idempotent.ts';
import { successEnvelope } from '../json/print-json.ts';
import type { Authenticate } from './authenticate.ts';
import { type Decoder, INLINE_BYTES } from './decode-pool.ts';
import type { Answer, Handler, Handlers, RequireExists, RouteRequest } from './handler.ts';

export type ServerContext = {
  app: FastifyInstance;
  database: Database;
  authenticate: Authenticate;
  decoder: Decoder;
  readBody: BodyReader;
  /** Milliseconds that a stream may be silent. */
  idle_ms: number;
  sealer: Sealer;
  /** Throws 403 where the path names something of a location that is not the actor's. */
  requireLocation: (tx: ScopedDatabase, actor: Actor, params: Record<string, string>) => Promise<void>;
};

const DEFAULT_BODY_LIMIT = 1024 * 1024;

/** Serves a feature's routes. What is checked first wins: token, rights, uuids, body headers, existence, body. */
export const serveRoutes = <F extends Record<string, Route>>(
  context: ServerContext,
  feature: string,
  routes: F,
  handlers: Handlers<F>,
  exists?: RequireExists,
): void => {
  for (const [verb, route] of Object.entries(routes)) {
    const name = `${feature}.${verb}`;
    const handler = handlers[verb] as unknown as Handler<Route>;
    const serve = async (request: FastifyRequest, reply: FastifyReply) => {
      const actor = await actorOf(context, route, name, request);
      const database = boundFor(context.database, actor, route);
      try {
        requireLevel(actor, route);
        const params = readParams(route, request.params as Record<string, string>) as Record<string, string>;
        if (route.query && request.raw.url?.includes('?')) requireDecodable(request.raw.url);
        const query = readQuery(route, request.query as Record<string, string>);
        const { 'if-match': if_match, origin } = request.raw.headers;
        if (actor.location_uuids.length > 0) await context.requireLocation(database, actor, params);
        const work = (body: unknown, bytes: Uint8Array) =>
          withIdempotencyKey({ database, actor, route, request: request.raw, bytes }, (database) =>
            handler({ database, actor, params, query, body, if_match, origin } as RouteRequest<Route>),
          );
        if (!route.body) return send(reply, request, route, await work(undefined, NOTHING));
        requireBody(request.raw.headers, route.body_kind ?? 'json', route.body_limit ?? DEFAULT_BODY_LIMIT);
        const found = async () => exists?.(database, actor, params);
        if (route.body_kind === 'stream') {
          await found();
          const limit = route.body_limit ?? DEFAULT_BODY_LIMIT;
          const body = streamBody(request.raw, reply.raw, { limit, idle_ms: context.idle_ms });
          return await send(reply, request, route, await work(body, NOTHING));
        }
        return send(reply, request, route, await receive(context, name, route, request, reply, found, work));
      } catch (error) {
        // What is left of a stream is not waited for.
        if (route.body_kind === 'stream' && !request.raw.complete) reply.header('connection', 'close');
        if (actor.user_uuid) await recordRefusal(database, actor, subjectOf(route, request), error);
        throw error;
      } finally {
        if (actor.user_uuid) context.sealer.soon(actor.organization_uuid);
      }
    };
    context.app.route({ method: route.method, url: fastifyPath(route.path), handler: serve });
  }
};

const NOTHING = new Uint8Array();

const actorOf = async (
  { authenticate }: ServerContext,
  route: Route,
  action: string,
  request: FastifyRequest,
): Promise<Actor> => {
  const person: Person = route.access === 'public' ? NOBODY : await authenticate(request.raw);
  const actor = { ...person, action, request_id: request.id, address: request.ip };
  request.actor = actor;
  return actor;
};

const NOBODY: Person = { user_uuid: '', organization_uuid: '', access_level: 'viewer', location_uuids: [] };

/** Only an operator's transaction is ever bound to the installation, and only where the route says so. */
const boundFor = (database: Database, { organization_uuid, access_level }: Actor, route: Route): ScopedDatabase => {
  const { access, for_installation = access === 'operator' } = route;
  return database.scopedTo({ organization_uuid, installation: for_installation && access_level === 'operator' });
};

/** The thing whose uuid a path names last, for the audit. */
const subjectOf = (route: Route, request: FastifyRequest) => {
  const name = pathNames(route.path).findLast((one) => one.endsWith('_uuid'));
  const uuid = name && String((request.params as Record<string, string>)[name]).toLowerCase();
  return { type: name?.replace(/_uuid$/, '') ?? 'organization', uuid: uuid && isUuid(uuid) ? uuid : null };
};

/** `/v1/calls/{call_uuid}` in Fastify's own writing. */
const fastifyPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1');

const requireLevel = (actor: Actor, { access }: Route) => {
  if (access === 'public' || access === 'callback' || reaches(actor.access_level, access)) return;
  throw needsLevel(access, actor.access_level);
};

/** Reads and decodes a body and has it worked on; until then its bytes count as held in memory. */
const receive = async <T>(
  { decoder, readBody }: ServerContext,
  name: string,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  requireExistence: () => Promise<void>,
  work: (body: unknown, bytes: Uint8Array) => Promise<T>,
): Promise<T> => {
  const limit = route.body_limit ?? DEFAULT_BODY_LIMIT;
  const small = Number(request.raw.headers['content-length'] ?? Infinity) <= INLINE_BYTES;
  if (!small) await requireExistence();
  return readBody(request.raw, reply.raw, limit, async (bytes) => {
    const decoded = await decoder.decode({ name, bytes });
    if (!('status' in decoded)) return work(decoded.body, bytes);
    // A small body is read unasked, which saves a look-up where all is well; 404 still comes before 400.
    if (small) await requireExistence();
    throw new Refusal(decoded.status, decoded.message, decoded.problems);
  });
};

type Given = Partial<Answer<Route>> & { file?: FileResponse };

const send = (reply: FastifyReply, request: FastifyRequest, route: Route, answer?: Given) => {
  if (answer?.file) return sendFile(reply, request, answer.file);
  if (answer?.headers) reply.headers(answer.headers);
  if (!answer?.data) return reply.code(route.status).send();
  if (answer.etag !== undefined) {
    reply.header('etag', answer.etag);
    // An answer that holds more than the thing whose version this is may have changed all the same.
    const alone = route.data !== undefined && '$id' in route.data;
    const { 'if-none-match': known } = request.raw.headers;
    if (route.method === 'GET' && alone && isKnown(known, answer.etag)) return reply.code(304).send();
  }
  const pieces = successEnvelope(answer.data, route.message ?? null, request.id);
  reply.code(route.status).header('content-type', 'application/json; charset=utf-8');
  return pieces.length === 1 ? reply.send(pieces[0]) : sendPieces(reply, pieces);
};

// Fastify would stream the pieces one after another; corked, an hour of words leaves in one go.
const sendPieces = (reply: FastifyReply, pieces: Uint8Array[]) => {
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const { raw } = reply.header('content-length', size).hijack();
  raw.writeHead(reply.statusCode, reply.getHeaders() as OutgoingHttpHeaders);
  raw.cork();
  for (const piece of pieces) raw.write(piece);
  raw.end();
  raw.uncork();
  return reply;
};
