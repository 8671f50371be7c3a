import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';
import type { Bytes } from '../platform/storage/storage.ts';

const web = (source: Bytes) => Readable.toWeb(Readable.from(source, { objectMode: false }));

/** Encrypts bytes so that only the identity of this age recipient can read them. */
export const openEncryption = (recipient: string) => {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return async (source: Bytes): Promise<Bytes> =>
    (await encrypter.encrypt(web(source) as globalThis.ReadableStream<Uint8Array>)) as ReadableStream<Uint8Array>;
};

/** Decrypts what was encrypted for one of these identities. */
export const openDecryption = (identities: string[]) => {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  return async (source: Bytes): Promise<Bytes> =>
    (await decrypter.decrypt(web(source) as globalThis.ReadableStream<Uint8Array>)) as ReadableStream<Uint8Array>;
};

/** Lets bytes through, counted and digested; `result` is true to them once they have ended. */
export const measuring = (source: Bytes) => {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    through: (async function* () {
      for await (const chunk of source) {
        hash.update(chunk);
        bytes += chunk.byteLength;
        yield chunk;
      }
    })(),
    result: () => ({ bytes, sha256: hash.digest('hex') }),
  };
};
