import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { ConnectionError } from 'fastify';
import { errorEnvelope, refusal } from '../errors/errors.ts';

const MESSAGES: Record<number, string> = {
  400: 'This is not valid HTTP',
  408: 'The request did not arrive in time; nothing was changed',
  431: 'The headers are too long',
};

const STATUS_LINES: Record<number, string> = {
  400: '400 Bad Request',
  408: '408 Request Timeout',
  431: '431 Request Header Fields Too Large',
};

/** Answers a request that never became one: broken HTTP syntax, headers that are too long or too slow. */
export const answerClientError = (error: ConnectionError, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const request_id = randomUUID();
  const code = status === 408 ? 'body_timeout' : 'malformed_request';
  const body = JSON.stringify(errorEnvelope(refusal(status, code, MESSAGES[status] as string), request_id));
  socket.end(
    `HTTP/1.1 ${STATUS_LINES[status]}\r\nConnection: close\r\nX-Request-Id: ${request_id}\r\n` +
      `Content-Type: application/json; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
};
