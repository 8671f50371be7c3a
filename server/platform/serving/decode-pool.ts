import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { type Decoded, decode, type Undecoded } from './decode.ts';

/** Up to this size, a hop to a thread costs more than it frees. */
export const INLINE_BYTES = 64 * 1024;

export type Decoder = { decode(input: Undecoded): Promise<Decoded>; close(): Promise<void> };

/** Decodes small bodies at once and large ones in threads, so that a 3-hour call holds nobody else up. */
export const openDecoder = (): Decoder => {
  const threads = new Piscina<Undecoded, Decoded>({
    filename: new URL('./decode.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: Math.max(1, availableParallelism() - 1),
    idleTimeout: 60_000,
    // Otherwise the body that has waited longest goes back to the end of the queue, again and again.
    stricterFIFO: true,
  });
  return {
    decode: async (input) => (input.bytes.length <= INLINE_BYTES ? decode(input) : threads.run(input)),
    close: () => threads.close(),
  };
};
