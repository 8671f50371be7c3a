import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { digest } from '../digest.ts';
import { type Key, uploadIdOf } from '../key.ts';
import { limitedTo, takeOver } from '../source.ts';
import type { Upload, Uploads } from '../storage.ts';
import { StorageError } from '../storage-error.ts';
import { moveInto, writeAll, writeNew } from './durable.ts';
import { findFile, makeFolder, removeFile } from './folder.ts';
import { refused, unlessMissing } from './refused.ts';

type Description = Omit<Upload, 'offset'>;

/** Each upload is two files: the bytes that came, whose size is the offset, and what is known about it. */
export const openUploads = (folder: string, place: (key: Key) => string): Uploads => {
  const bytesOf = (key: Key) => join(folder, uploadIdOf(key));
  const descriptionOf = (key: Key) => `${bytesOf(key)}.json`;

  const find = async (key: Key): Promise<Upload | null> => {
    const text = await readFile(descriptionOf(key), 'utf8').catch(unlessMissing);
    // A whole upload that has become a recording, perhaps just before a crash, is all there.
    const came = text && ((await findFile(bytesOf(key))) ?? (await findFile(place(key))));
    return came ? { ...(JSON.parse(text) as Description), offset: came.bytes } : null;
  };
  const get = async (key: Key): Promise<Upload> => {
    const upload = await find(key);
    if (upload) return upload;
    throw new StorageError('missing');
  };

  return {
    find,
    create: async (key, { bytes, metadata }) => {
      const description: Description = { bytes, metadata, created_at: new Date().toISOString() };
      const temporary = join(folder, randomUUID());
      await writeNew(bytesOf(key), []);
      await writeNew(temporary, [Buffer.from(JSON.stringify(description))]);
      await moveInto(temporary, descriptionOf(key));
    },
    append: async (key, offset, source) => {
      const taken = takeOver(source);
      const upload = await get(key);
      if (upload.offset !== offset) throw new StorageError('wrong_offset');
      const file = await open(bytesOf(key), 'r+').catch(refused);
      try {
        return await writeAll(file, limitedTo(upload.bytes - offset, taken), offset);
      } finally {
        // Whatever came is kept, and no answer says more than is durable.
        await file
          .sync()
          .catch(refused)
          .finally(() => file.close());
      }
    },
    complete: async (key) => {
      const upload = await get(key);
      if (upload.offset !== upload.bytes) throw new StorageError('incomplete');
      if (!(await findFile(bytesOf(key)))) return digest(createReadStream(place(key)));
      const stored = await digest(createReadStream(bytesOf(key)));
      // Its age counts from now, not from its last byte.
      await utimes(bytesOf(key), new Date(), new Date()).catch(refused);
      await makeFolder(dirname(place(key)));
      await moveInto(bytesOf(key), place(key));
      return stored;
    },
    remove: async (key) => {
      await removeFile(descriptionOf(key));
      await removeFile(bytesOf(key));
    },
  };
};
