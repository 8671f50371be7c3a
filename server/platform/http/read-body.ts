import type { IncomingMessage, ServerResponse } from 'node:http';
import { requestTimeout, tooLarge, unavailable } from '../errors/errors.ts';

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

const MIB = 1024 * 1024;

/** Bytes of bodies that are held in memory: of all together, of one organization, and of strangers. */
const MEMORY = { all: 512 * MIB, organization: 192 * MIB, strangers: 16 * MIB };

/**
 * Reads bodies into memory: 413 past `limit` bytes, 408 past a deadline, 503 while other bodies fill the memory. What
 * strangers send, or one organization, leaves room for everybody else.
 */
export const openBodyReader = (deadlines: Deadlines, memory = MEMORY): BodyReader => {
  const held = new Map<string | null, number>();
  let all = 0;
  return async (request, response, limit, owner) => {
    const most = owner === null ? memory.strangers : memory.organization;
    let own = 0;
    const hold = (size: number) => {
      own += size;
      all += size;
      const of_owner = (held.get(owner) ?? 0) + size;
      if (of_owner === 0) held.delete(owner);
      else held.set(owner, of_owner);
      return of_owner;
    };
    const take = (size: number) => {
      const of_owner = hold(size);
      if (own > limit) throw tooLarge(limit);
      if (of_owner > most || all > memory.all)
        throw unavailable('server_busy', 'Too many large bodies at once; try again');
    };
    const release = () => void hold(-own);
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
