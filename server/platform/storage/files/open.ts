import { randomUUID } from 'node:crypto';
import { open, opendir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { digesting } from '../digest.ts';
import { type Key, keyOfPath, pathOf } from '../key.ts';
import type { ByteRange, Bytes, Storage, Stored } from '../storage.ts';
import { StorageError } from '../storage-error.ts';
import { moveInto, syncFolder, writeNew } from './durable.ts';
import { findFile, makeFolder, removeFile, removeOlder } from './folder.ts';
import { refused } from './refused.ts';
import { openUploads } from './uploads.ts';

/** Recordings as files, `organization/recording` under a folder, and beside them what is still arriving. */
export const openFiles = async (folder: string): Promise<Storage> => {
  const arriving = join(folder, 'arriving');
  const unfinished = join(folder, 'uploads');
  const place = (key: Key) => join(folder, pathOf(key));
  await makeFolder(arriving);
  await makeFolder(unfinished);

  const write = async (key: Key, source: Bytes): Promise<Stored> => {
    const target = place(key);
    const temporary = join(arriving, randomUUID());
    const { bytes, stored } = digesting(source);
    await writeNew(temporary, bytes);
    await makeFolder(dirname(target));
    await moveInto(temporary, target);
    return stored();
  };

  return {
    write,
    read: (key, range) => readFile(place(key), range),
    find: async (key) => {
      const found = await findFile(place(key));
      return found && { bytes: found.bytes };
    },
    remove: async (key) => {
      if (!(await findFile(place(key)))) return;
      await removeFile(place(key));
      await syncFolder(dirname(place(key)));
    },
    list: (before) => listFiles(folder, before),
    link: async () => null,
    withFile: async (key, use) => {
      if (await findFile(place(key))) return use(place(key));
      throw new StorageError('missing');
    },
    uploads: openUploads(unfinished, place),
    removeAbandoned: async (before) => (await removeOlder(arriving, before)) + (await removeOlder(unfinished, before)),
    close: () => {},
  };
};

const readFile = async (path: string, range?: ByteRange): Promise<Readable> => {
  const file = await open(path, 'r').catch(refused);
  const { size } = await file.stat();
  const { start, end } = range ?? { start: 0, end: size };
  if (start < 0 || start > end || end > size) {
    await file.close();
    throw new StorageError('out_of_range');
  }
  // Node's streams name the last byte, so an empty range begins where nothing is.
  return file.createReadStream(start === end ? { start: size } : { start, end: end - 1 });
};

async function* listFiles(folder: string, before: Date): AsyncGenerator<{ key: Key; bytes: number }> {
  for await (const home of await opendir(folder).catch(refused)) {
    if (!home.isDirectory()) continue;
    for await (const { name } of await opendir(join(folder, home.name)).catch(refused)) {
      const key = keyOfPath(`${home.name}/${name}`);
      const found = key && (await findFile(join(folder, home.name, name)));
      if (found && found.modified_at < before) yield { key, bytes: found.bytes };
    }
  }
}
