import type { Route } from '@pharos/contract/table/route.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, NobodyActor } from '../auth/actor.ts';
import { isKnown } from '../http/etag.ts';
import { sendFile } from '../http/file-response.ts';
import { type Sending, sendLarge } from '../http/send-large.ts';
import { successEnvelope } from '../json/print-json.ts';
import { StoredJson } from '../json/stored-json.ts';
import type { AnyAnswer, ProtocolAnswer } from './handler.ts';

/** Bytes that a connection takes at once: nobody keeps the server waiting with less. */
const SMALL_BYTES = 64 * 1024;

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

/** Sends a handler's answer as its route says: an envelope, a file, nothing, or what another protocol answers. */
export const sendAnswer = async (
  reply: FastifyReply,
  request: FastifyRequest,
  route: Route,
  actor: Actor | NobodyActor,
  answer: AnyAnswer | undefined,
  sending: Sending,
): Promise<FastifyReply> => {
  const { etag, headers, file, respond, data: answered } = answer ?? {};
  if (file) return sendFile(reply, request, file);
  if (respond) return sendByProtocol(reply, request, respond);
  if (headers) reply.headers(headers);
  if (!answered) return reply.code(route.status).send();
  const data = mayRead(actor, route) ? answered : bareOf(answered);
  if (etag !== undefined) {
    reply.header('etag', etag);
    // An answer that holds more than the thing whose version this is may have changed all the same.
    const alone = route.data !== undefined && '$id' in route.data;
    if (route.method === 'GET' && alone && isKnown(request.raw.headers['if-none-match'], etag)) {
      return reply.code(304).send();
    }
  }
  const pieces = successEnvelope(data, route.message ?? null, request.id);
  reply.code(route.status).headers(JSON_HEADERS);
  const [first] = pieces;
  if (pieces.length === 1 && first && first.length <= SMALL_BYTES) return reply.send(first);
  return sendLarge(reply, pieces, actor.kind === 'nobody' ? null : actor.organization_uuid, sending);
};

/** Tells whether an answer may show what was there before: a write-only token sees only what it created. */
const mayRead = (actor: Actor | NobodyActor, route: Route): boolean =>
  route.shows_secret === true || actor.kind !== 'user' || (actor.token?.scopes.includes('read') ?? true);

const bareOf = (data: object) => {
  const { uuid } = (data instanceof StoredJson ? data.parse() : data) as { uuid?: string };
  return { uuid };
};

const sendByProtocol = async (reply: FastifyReply, request: FastifyRequest, respond: ProtocolAnswer['respond']) => {
  const { raw } = reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders())) raw.setHeader(name, value as string);
  await respond(request.raw, raw);
  return reply;
};
