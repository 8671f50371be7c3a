import { availableParallelism } from 'node:os';
import type { Route } from '@pharos/contract/table/route.ts';
import { nameOf } from '@pharos/contract/table/routes.ts';
import { Piscina } from 'piscina';
import type { ImportedFile } from '../../transcripts/stored.ts';
import { Refusal } from '../errors/errors.ts';
import { decodeFile, decodeJson } from './decode-body.ts';
import type { Decoded, Undecoded } from './decode-thread.ts';

/** Up to this size, a hop to a thread costs more than it frees. */
export const INLINE_BYTES = 64 * 1024;

/** Turns bytes into what handlers are given; throws 400 for what is not as documented. */
export type Decoder = {
  /** A JSON body of a route. */
  json(route: Route, bytes: Uint8Array): Promise<unknown>;
  /** A transcript's file in any format. */
  file(bytes: Uint8Array): Promise<ImportedFile>;
  close(): Promise<void>;
};

/** Decodes small bodies at once and large ones in threads, so that a 3-hour call holds nobody else up. */
export const openDecoder = (): Decoder => {
  const threads = new Piscina<Undecoded, Decoded>({
    filename: new URL('./decode-thread.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: Math.max(1, availableParallelism() - 1),
    idleTimeout: 60_000,
    // Otherwise the body that has waited longest goes back to the end of the queue, again and again.
    stricterFIFO: true,
  });
  const inThread = async (undecoded: Undecoded): Promise<unknown> => {
    const decoded = await threads.run(undecoded);
    if ('value' in decoded) return decoded.value;
    const { status, message, problems } = decoded.refused;
    throw new Refusal(status, message, problems);
  };
  return {
    json: async (route, bytes) =>
      bytes.length <= INLINE_BYTES ? decodeJson(route, bytes) : inThread({ route_name: nameOf(route), bytes }),
    file: async (bytes) =>
      bytes.length <= INLINE_BYTES
        ? decodeFile(bytes)
        : ((await inThread({ route_name: null, bytes })) as ImportedFile),
    close: () => threads.close(),
  };
};
