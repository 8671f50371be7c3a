import { BODY_LIMIT, type Route } from '@pharos/contract/table/route.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, NobodyActor } from '../auth/actor.ts';
import { requireBody } from '../http/body-headers.ts';
import { streamBody } from '../http/body-stream.ts';
import { clientLeft } from '../http/client-left.ts';
import { INLINE_BYTES } from './decoder.ts';
import type { ServerContext } from './server-context.ts';

/** A body as its handler gets it. Until it is disposed of, its bytes count as held in memory. */
export type ReceivedBody = Disposable & {
  value: unknown;
  bytes: Uint8Array;
  /** Ends when the client leaves before the answer: of requests that only read, and of streams. */
  left?: AbortSignal;
};

/** The body of a request, read once, when it is first asked for. */
export type IncomingBody = Disposable & {
  receive(actor: Actor | NobodyActor, requireExists: () => Promise<void>): Promise<ReceivedBody>;
};

export const openBody = (
  context: ServerContext,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): IncomingBody => {
  let received: ReceivedBody | undefined;
  return {
    receive: async (actor, requireExists) => {
      received ??= await receiveBody(context, route, actor, request, reply, requireExists);
      return received;
    },
    [Symbol.dispose]: () => received?.[Symbol.dispose](),
  };
};

/** Memory that holds these bytes and nothing else, to be given away. */
const ownMemory = ({ buffer, byteLength }: Uint8Array): ArrayBuffer[] =>
  buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];

const NONE: ReceivedBody = { value: undefined, bytes: new Uint8Array(), [Symbol.dispose]: () => {} };

/**
 * Reads and decodes the body that a route takes: 415 and 413 by its headers alone, then 404 by `requireExists`, then 400.
 * A recording is handed on unread, as a stream.
 */
const receiveBody = async (
  context: ServerContext,
  route: Route,
  actor: Actor | NobodyActor,
  { raw: request }: FastifyRequest,
  reply: FastifyReply,
  requireExists: () => Promise<void>,
): Promise<ReceivedBody> => {
  if (!route.body) return { ...NONE, left: clientLeft(reply.raw) };
  const { body_kind = 'json', body_limit: limit = BODY_LIMIT } = route;
  requireBody(request.headers, body_kind, limit);
  // A small body is read unasked, which saves a look-up where all is well.
  const is_small = Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY) <= INLINE_BYTES;
  if (!is_small) await requireExists();
  if (body_kind === 'stream') {
    const value = streamBody(request, reply.raw, { limit, idle_ms: context.idle_ms });
    // What is left of a stream that was given up is not waited for.
    const close = () => request.complete || reply.header('connection', 'close');
    return { ...NONE, value, left: clientLeft(reply.raw), [Symbol.dispose]: close };
  }
  const held = await context.readBody(
    request,
    reply.raw,
    limit,
    actor.kind === 'nobody' ? null : actor.organization_uuid,
  );
  try {
    const { bytes } = held;
    // All who have not shown who they are wait for their turn together.
    const organization_uuid = actor.kind === 'nobody' ? 'nobody' : actor.organization_uuid;
    // A POST may be compared with one of the same Idempotency-Key later.
    const given = is_small || route.method === 'POST' ? [] : ownMemory(bytes);
    const whose = { organization_uuid, signal: is_small ? undefined : clientLeft(reply.raw), given };
    if (body_kind === 'raw') {
      const { headers, url = '' } = request;
      const search = url.includes('?') ? url.slice(url.indexOf('?')) : '';
      return { value: { bytes, headers, search }, bytes, [Symbol.dispose]: () => held[Symbol.dispose]() };
    }
    const { decoder } = context;
    const value = await (body_kind === 'file' ? decoder.file(bytes, whose) : decoder.json(route, bytes, whose));
    const left = route.only_reads ? clientLeft(reply.raw) : undefined;
    return { value, bytes, left, [Symbol.dispose]: () => held[Symbol.dispose]() };
  } catch (error) {
    held[Symbol.dispose]();
    if (is_small) await requireExists();
    throw error;
  }
};
