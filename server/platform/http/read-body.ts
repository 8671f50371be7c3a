import type { IncomingMessage, ServerResponse } from 'node:http';
import { requestTimeout, tooLarge, unavailable } from '../errors/errors.ts';

/** Milliseconds that a body may be silent, and that it may take as a whole. */
export type Deadlines = { idle_ms: number; total_ms: number };

export type BodyReader = <T>(
  request: IncomingMessage,
  response: ServerResponse,
  limit: number,
  work: (bytes: Uint8Array) => Promise<T>,
) => Promise<T>;

/** Bytes of all bodies together that are held in memory; who comes beyond is told to come again. */
const MEMORY = 512 * 1024 * 1024;

/**
 * Reads bodies into memory and hands each to `work`: 413 past `limit` bytes, 408 past a deadline, 503 while the bodies
 * of others fill the memory set aside for them.
 */
export const openBodyReader = (deadlines: Deadlines, memory = MEMORY): BodyReader => {
  let held = 0;
  return async (request, response, limit, work) => {
    let own = 0;
    const take = (size: number) => {
      own += size;
      held += size;
      if (own > limit) throw tooLarge(limit);
      if (held > memory) throw unavailable('busy', 'Too many large bodies are on their way at once; try again');
    };
    try {
      return await work(await collect(request, response, deadlines, take));
    } finally {
      held -= own;
    }
  };
};

const collect = (
  request: IncomingMessage,
  response: ServerResponse,
  { idle_ms, total_ms }: Deadlines,
  take: (size: number) => void,
): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const stop = (refusal?: unknown) => {
      clearTimeout(total);
      clearTimeout(idle);
      request.off('data', keep).off('end', end).off('close', late);
      if (refusal) reject(refusal);
      else resolve(Buffer.concat(chunks));
    };
    const end = () => stop();
    const late = () => stop(requestTimeout());
    const keep = (chunk: Buffer) => {
      idle.refresh();
      try {
        take(chunk.length);
        chunks.push(chunk);
      } catch (refusal) {
        stop(refusal);
      }
    };
    const total = setTimeout(late, total_ms);
    const idle = setTimeout(late, idle_ms);
    if (request.destroyed) return late();
    request.on('data', keep).on('end', end).on('close', late);
    // Only now, with every check of the headers passed, is a client that asked told to send its body.
    if (request.headers.expect?.toLowerCase() === '100-continue') response.writeContinue();
  });
