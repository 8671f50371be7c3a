import { Readable } from 'node:stream';
import type { Bytes } from './storage.ts';
import { StorageError } from './storage-error.ts';

/**
 * Takes a stream over before anything is awaited: one that breaks off before it is read would otherwise end the
 * process. A later reader still gets the error.
 */
export const takeOver = (source: Bytes): Bytes => {
  if (source instanceof Readable) source.on('error', () => {});
  return source;
};

/** Lets at most so many bytes through; throws at the first beyond. */
export async function* limitedTo(bytes: number, source: Bytes): AsyncGenerator<Uint8Array> {
  let left = bytes;
  for await (const piece of source) {
    left -= piece.byteLength;
    if (left < 0) throw new StorageError('out_of_range');
    yield piece;
  }
}
