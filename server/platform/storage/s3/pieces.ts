import type { Bytes } from '../storage.ts';

/** Some bytes, good until the next are asked for; `failure` is what broke the stream off after them. */
export type Piece = { bytes: Uint8Array; failure?: unknown };

/** Cuts a stream, after some bytes at hand, into pieces of one size and a smaller, perhaps empty, last one. */
export async function* pieces(size: number, start: Uint8Array, source: Bytes): AsyncGenerator<Piece> {
  const buffer = Buffer.alloc(size);
  buffer.set(start);
  let filled = start.byteLength;
  try {
    for await (const came of source) {
      for (let taken = 0; taken < came.byteLength; ) {
        const some = came.subarray(taken, taken + size - filled);
        buffer.set(some, filled);
        filled += some.byteLength;
        taken += some.byteLength;
        if (filled < size) continue;
        yield { bytes: buffer };
        filled = 0;
      }
    }
  } catch (failure) {
    yield { bytes: buffer.subarray(0, filled), failure };
    return;
  }
  yield { bytes: buffer.subarray(0, filled) };
}
