import type { IncomingMessage, ServerResponse } from 'node:http';
import { requestTimeout, tooLarge } from '../errors/errors.ts';

/**
 * A body as it comes, for what is too large to be held: throws 413 past `limit` bytes, and 408 where it stalls or its
 * client leaves before its end.
 */
export async function* streamBody(
  request: IncomingMessage,
  response: ServerResponse,
  { limit, idle_ms }: { limit: number; idle_ms: number },
): AsyncGenerator<Uint8Array> {
  if (request.headers.expect?.toLowerCase() === '100-continue') response.writeContinue();
  const idle = setTimeout(() => request.destroy(requestTimeout()), idle_ms);
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      idle.refresh();
      size += (chunk as Buffer).length;
      if (size > limit) throw tooLarge(limit);
      yield chunk as Buffer;
    }
  } catch (error) {
    throw (error as { code?: string }).code === 'ECONNRESET' ? requestTimeout() : error;
  } finally {
    clearTimeout(idle);
  }
}
