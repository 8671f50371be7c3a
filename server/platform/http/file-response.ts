import type { OutgoingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parse as parseRange } from 'range-parser';
import { isKnown } from './etag.ts';

/** What is answered as it is, without an envelope: a file, whole or a range of its bytes. */
export type Raw = {
  bytes: number;
  etag?: string;
  headers: Record<string, string>;
  /** Where the bytes are to be had instead, for a short time. */
  elsewhere?: string | null;
  /** From the first byte to the one before `end`. */
  open(range: { start: number; end: number }): Promise<Readable> | Readable;
};

/** Answers a file by RFC 9110: If-None-Match, HEAD, and one range of bytes with If-Range; several are answered whole. */
export const sendRaw = async (reply: FastifyReply, request: FastifyRequest, raw: Raw): Promise<FastifyReply> => {
  if (raw.elsewhere) return reply.code(307).headers({ location: raw.elsewhere, 'cache-control': 'no-store' }).send();
  const { headers } = request.raw;
  reply.headers({ ...raw.headers, 'accept-ranges': 'bytes', 'x-content-type-options': 'nosniff' });
  if (raw.etag !== undefined) {
    reply.header('etag', raw.etag);
    if (isKnown(headers['if-none-match'], raw.etag)) return reply.code(304).send();
  }
  const wanted = headers['if-range'] === undefined || headers['if-range'] === raw.etag ? headers.range : undefined;
  const range = rangeOf(wanted, raw.bytes);
  if (range === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${raw.bytes}`).send();
  const { start, end } = range ?? { start: 0, end: raw.bytes };
  reply.code(range ? 206 : 200).header('content-length', end - start);
  if (range) reply.header('content-range', `bytes ${start}-${end - 1}/${raw.bytes}`);
  const stream = request.raw.method === 'HEAD' || end === start ? null : await raw.open({ start, end });
  const { raw: response } = reply.hijack();
  response.writeHead(reply.statusCode, reply.getHeaders() as OutgoingHttpHeaders);
  if (!stream) response.end();
  else {
    await pipeline(stream, response).catch(() => {
      // A listener who is gone already leaves the file open.
      stream.destroy();
      // Too late for an error: the listener sees that bytes are missing and may ask for the rest.
      response.destroy();
    });
  }
  return reply;
};

const MALFORMED = 1;

const rangeOf = (header: string | undefined, bytes: number) => {
  if (header === undefined) return null;
  const { code, type, ranges } = parseRange(bytes, header);
  // A header that is not understood is passed over (RFC 9110, section 14.2).
  if (type !== 'bytes' || code & MALFORMED || ranges.length > 1) return null;
  const [range] = ranges;
  return range ? { start: range.start, end: range.end + 1 } : 'unsatisfiable';
};
