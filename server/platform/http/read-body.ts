import type { IncomingMessage, ServerResponse } from 'node:http';
import { requestTimeout, tooLarge } from '../errors/errors.ts';
import { openGathering } from './gather-body.ts';
import { type HeldMemory, openHeldMemory } from './held-memory.ts';

/** Milliseconds that a body may be silent, and that it may take as a whole. */
export type Deadlines = { idle_ms: number; total_ms: number };

/** A body in memory; its bytes count as held until it is disposed of. */
export type HeldBody = Disposable & { bytes: Uint8Array };

/** Reads a request's body. `owner` is the organization that it belongs to; null for an unauthenticated caller. */
export type BodyReader = (
  request: IncomingMessage,
  response: ServerResponse,
  limit: number,
  owner: string | null,
) => Promise<HeldBody>;

/**
 * Reads bodies into memory: 413 past `limit` bytes, 408 past a deadline, 503 while other bodies fill the memory. What
 * strangers send, or one organization, leaves room for everybody else.
 */
export const openBodyReader = (deadlines: Deadlines, memory: HeldMemory = openHeldMemory('bodies')): BodyReader => {
  return async (request, response, limit, owner) => {
    let own = 0;
    const take = (size: number) => {
      own += size;
      memory.hold(owner, size);
      if (own > limit) throw tooLarge(limit);
    };
    const release = () => memory.release(owner, own);
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
    const gathering = openGathering(Number(request.headers['content-length'] ?? 0));
    const stop = (refusal?: unknown) => {
      clearTimeout(total);
      clearTimeout(idle);
      request.off('data', keep).off('end', end).off('close', late);
      if (refusal) reject(refusal);
      else resolve(gathering.end());
    };
    const end = () => stop();
    const late = () => stop(requestTimeout());
    const keep = (chunk: Buffer) => {
      idle.refresh();
      try {
        take(chunk.length);
        gathering.add(chunk);
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
