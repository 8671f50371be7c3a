import type { OutgoingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parse as parseRange } from 'range-parser';
import { isKnown } from './etag.ts';
import { endSlowReader } from './send-large.ts';

/** A file that is answered as it is, without an envelope, whole or a range of its bytes. */
export type FileResponse = {
  bytes: number;
  etag?: string;
  headers: Record<string, string>;
  /** Address that serves the bytes instead, for a short time. */
  elsewhere?: string | null;
  /** Opens a range of bytes, from `start` to the one before `end`. */
  open(range: { start: number; end: number }): Promise<Readable> | Readable;
};

/** A file that is in memory. */
export const fileOfBytes = (bytes: Uint8Array, headers: FileResponse['headers']): FileResponse => ({
  bytes: bytes.length,
  headers,
  open: ({ start, end }) => Readable.from([bytes.subarray(start, end)]),
});

/** Milliseconds for which a player may take nothing, as one that is paused does; it then asks for the rest. */
const PAUSED_MS = 5 * 60_000;
const MOST_LISTENERS = 20;

/** Answers a file by RFC 9110: If-None-Match, HEAD, and one range of bytes with If-Range; several are answered whole. */
export const sendFile = async (
  reply: FastifyReply,
  request: FastifyRequest,
  file: FileResponse,
): Promise<FastifyReply> => {
  if (file.elsewhere) return reply.code(307).headers({ location: file.elsewhere, 'cache-control': 'no-store' }).send();
  const { headers } = request.raw;
  reply.headers({ ...file.headers, 'accept-ranges': 'bytes', 'x-content-type-options': 'nosniff' });
  if (file.etag !== undefined) {
    reply.header('etag', file.etag);
    if (isKnown(headers['if-none-match'], file.etag)) return reply.code(304).send();
  }
  const wanted = headers['if-range'] === undefined || headers['if-range'] === file.etag ? headers.range : undefined;
  const range = rangeOf(wanted, file.bytes);
  if (range === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${file.bytes}`).send();
  const { start, end } = range ?? { start: 0, end: file.bytes };
  reply.code(range ? 206 : 200).header('content-length', end - start);
  if (range) reply.header('content-range', `bytes ${start}-${end - 1}/${file.bytes}`);
  const stream = request.raw.method === 'HEAD' || end === start ? null : await file.open({ start, end });
  const { raw: response } = reply.hijack();
  response.writeHead(reply.statusCode, reply.getHeaders() as OutgoingHttpHeaders);
  if (!stream) response.end();
  else {
    // Each of the four that watch this response for its end listens more than once: that is no leak.
    response.setMaxListeners(MOST_LISTENERS);
    endSlowReader(response, PAUSED_MS);
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
