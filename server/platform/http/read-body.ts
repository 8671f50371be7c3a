import type { IncomingMessage, ServerResponse } from 'node:http';
import { requestTimeout, tooLarge, unavailable } from '../errors/errors.ts';

/** Milliseconds that a body may be silent, and that it may take as a whole. */
export type Deadlines = { idle_ms: number; total_ms: number };

/** A body in memory; its bytes count as held until it is disposed of. */
export type HeldBody = Disposable & { bytes: Uint8Array };

export type BodyReader = (request: IncomingMessage, response: ServerResponse, limit: number) => Promise<HeldBody>;

/** Bytes of all bodies together that are held in memory; a body beyond them is refused with 503. */
const MEMORY = 512 * 1024 * 1024;

/** Reads bodies into memory: 413 past `limit` bytes, 408 past a deadline, 503 while other bodies fill the memory. */
export const openBodyReader = (deadlines: Deadlines, memory = MEMORY): BodyReader => {
  let held = 0;
  return async (request, response, limit) => {
    let own = 0;
    const take = (size: number) => {
      own += size;
      held += size;
      if (own > limit) throw tooLarge(limit);
      if (held > memory) throw unavailable('server_busy', 'Too many large bodies at once; try again');
    };
    const release = () => {
      held -= own;
      own = 0;
    };
    try {
      return { bytes: await collect(request, response, deadlines, take), [Symbol.dispose]: release };
    } catch (error) {
      release();
      throw error;
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
