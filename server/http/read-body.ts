import type { IncomingMessage, ServerResponse } from 'node:http';
import { requestTimeout, tooLarge } from './errors.ts';

/** Milliseconds that a body may be silent, and that it may take as a whole. */
export type Deadlines = { idle_ms: number; total_ms: number };

/** Reads a request's body into memory; 413 past `limit` bytes, 408 past a deadline. */
export const readBody = (
  request: IncomingMessage,
  response: ServerResponse,
  limit: number,
  { idle_ms, total_ms }: Deadlines,
): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const late = () => stop(requestTimeout());
    const total = setTimeout(late, total_ms);
    const idle = setTimeout(late, idle_ms);

    const stop = (refusal?: Error) => {
      clearTimeout(total);
      clearTimeout(idle);
      request.off('data', take).off('end', stop).off('close', gone);
      if (refusal) reject(refusal);
      else resolve(Buffer.concat(chunks, size));
    };
    const end = () => stop();
    const gone = () => stop(requestTimeout());
    const take = (chunk: Buffer) => {
      idle.refresh();
      size += chunk.length;
      if (size > limit) return stop(tooLarge(limit));
      chunks.push(chunk);
    };

    request.on('data', take).on('end', end).on('close', gone);
    // Only now, with every check of the headers passed, is a client that asked told to send its body.
    if (request.headers.expect === '100-continue') response.writeContinue();
  });
