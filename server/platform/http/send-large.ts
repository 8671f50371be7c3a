import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { finished } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { HeldMemory } from './held-memory.ts';
import type { Deadlines } from './read-body.ts';

/** Bytes a second that a reader takes at least; one that is slower is ended, however steadily it reads. */
const SLOWEST = 16 * 1024;

/** Large answers: how long their readers may take, and the memory that they are counted in. */
export type Sending = { deadlines: Deadlines; memory: HeldMemory };

/**
 * Sends an answer in pieces, which count as the owner's memory until the reader has them: throws 503 while too much is
 * being sent already. A client that reads nothing, or too little, is disconnected.
 */
export const sendLarge = (
  reply: FastifyReply,
  pieces: Uint8Array[],
  owner: string | null,
  { deadlines, memory }: Sending,
): FastifyReply => {
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
  try {
    memory.hold(owner, size);
  } catch (refusal) {
    memory.release(owner, size);
    throw refusal;
  }
  // Fastify would stream the pieces one after another; corked, an hour of words leaves in one go.
  const { raw } = reply.header('content-length', size).hijack();
  // Also where the client has left before the answer was ready: its close has been told by then.
  finished(raw, () => memory.release(owner, size));
  endSlowReader(raw, deadlines.idle_ms, deadlines.total_ms + (size / SLOWEST) * 1000);
  raw.writeHead(reply.statusCode, reply.getHeaders() as OutgoingHttpHeaders);
  raw.cork();
  for (const piece of pieces) raw.write(piece);
  raw.end();
  raw.uncork();
  return reply;
};

/** Ends the connection of a reader who takes nothing for `idle_ms`, or not all in `total_ms`. */
export const endSlowReader = (response: ServerResponse, idle_ms: number, total_ms?: number): void => {
  const { socket } = response;
  const end = () => void response.destroy();
  const total = total_ms === undefined ? undefined : setTimeout(end, total_ms);
  // A socket counts as idle while nothing of what was written has left it.
  socket?.setTimeout(idle_ms, end);
  finished(response, () => {
    clearTimeout(total);
    socket?.setTimeout(0).off('timeout', end);
  });
};
