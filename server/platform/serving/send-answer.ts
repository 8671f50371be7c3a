import type { OutgoingHttpHeaders } from 'node:http';
import type { Route } from '@pharos/contract/table/route.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, NobodyActor } from '../auth/actor.ts';
import { isKnown } from '../http/etag.ts';
import { sendFile } from '../http/file-response.ts';
import { successEnvelope } from '../json/print-json.ts';
import { StoredJson } from '../json/stored-json.ts';
import type { AnyAnswer, ProtocolAnswer } from './handler.ts';

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

/** Sends a handler's answer as its route says: an envelope, a file, nothing, or what another protocol answers. */
export const sendAnswer = async (
  reply: FastifyReply,
  request: FastifyRequest,
  route: Route,
  actor: Actor | NobodyActor,
  answer: AnyAnswer = {},
): Promise<FastifyReply> => {
  const { etag, headers, file, respond } = answer;
  if (file) return sendFile(reply, request, file);
  if (respond) return sendByProtocol(reply, request, respond);
  if (headers) reply.headers(headers);
  if (!answer.data) return reply.code(route.status).send();
  const data = mayRead(actor, route) ? answer.data : bareOf(answer.data);
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
  return pieces.length === 1 ? reply.send(pieces[0]) : sendPieces(reply, pieces);
};

/** Tells whether an answer may show what was there before: a write-only token sees only what it created. */
const mayRead = (actor: Actor | NobodyActor, route: Route): boolean =>
  route.shows_secret === true || actor.kind !== 'user' || (actor.token?.scopes.includes('read') ?? true);

const bareOf = (data: object) => {
  const { uuid } = (data instanceof StoredJson ? data.parse() : data) as { uuid?: string };
  return { uuid };
};

// Fastify would stream the pieces one after another; corked, an hour of words leaves in one go.
const sendPieces = (reply: FastifyReply, pieces: Uint8Array[]): FastifyReply => {
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const { raw } = reply.header('content-length', size).hijack();
  raw.writeHead(reply.statusCode, reply.getHeaders() as OutgoingHttpHeaders);
  raw.cork();
  for (const piece of pieces) raw.write(piece);
  raw.end();
  raw.uncork();
  return reply;
};

const sendByProtocol = async (reply: FastifyReply, request: FastifyRequest, respond: ProtocolAnswer['respond']) => {
  const { raw } = reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders())) raw.setHeader(name, value as string);
  await respond(request.raw, raw);
  return reply;
};
