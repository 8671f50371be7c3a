import type { OutgoingHttpHeaders } from 'node:http';
import type { Route } from '@pharos/contract/table/route.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isKnown } from '../http/etag.ts';
import { sendFile } from '../http/file-response.ts';
import { successEnvelope } from '../json/print-json.ts';
import type { AnyAnswer, ProtocolAnswer } from './handler.ts';

/** Sends a handler's answer as its route says: an envelope, a file, nothing, or what another protocol answers. */
export const sendAnswer = async (
  reply: FastifyReply,
  request: FastifyRequest,
  route: Route,
  answer: AnyAnswer = {},
): Promise<FastifyReply> => {
  const { data, etag, headers, file, respond } = answer;
  if (file) return sendFile(reply, request, file);
  if (respond) return sendByProtocol(reply, request, respond);
  if (headers) reply.headers(headers);
  if (!data) return reply.code(route.status).send();
  if (etag !== undefined) {
    reply.header('etag', etag);
    // An answer that holds more than the thing whose version this is may have changed all the same.
    const alone = route.data !== undefined && '$id' in route.data;
    if (route.method === 'GET' && alone && isKnown(request.raw.headers['if-none-match'], etag)) {
      return reply.code(304).send();
    }
  }
  const pieces = successEnvelope(data, route.message ?? null, request.id);
  reply.code(route.status).header('content-type', 'application/json; charset=utf-8');
  return pieces.length === 1 ? reply.send(pieces[0]) : sendPieces(reply, pieces);
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
  raw.setHeader('x-request-id', request.id);
  await respond(request.raw, raw);
  return reply;
};
