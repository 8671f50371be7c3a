import { createHash } from 'node:crypto';
import { takeOver } from './source.ts';
import { type Bytes, LARGEST_BYTES, type Stored } from './storage.ts';
import { StorageError } from './storage-error.ts';

/** Lets a stream through, counted and digested; `stored` is true to it once it has ended. */
export const digesting = (source: Bytes): { bytes: Bytes; stored(): Stored } => {
  const taken = takeOver(source);
  const hash = createHash('sha256');
  let count = 0;
  return {
    bytes: (async function* () {
      for await (const piece of taken) {
        count += piece.byteLength;
        if (count > LARGEST_BYTES) throw new StorageError('too_large');
        hash.update(piece);
        yield piece;
      }
    })(),
    stored: () => ({ bytes: count, sha256: hash.digest('hex') }),
  };
};

/** The size and the digest of a stream that nobody else reads. */
export const digest = async (source: Bytes): Promise<Stored> => {
  const { bytes, stored } = digesting(source);
  for await (const _ of bytes);
  return stored();
};
