import { randomUUID } from 'node:crypto';
import { open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { moveInto, syncFolder, writeNew } from '../files/durable.ts';
import { findFile, makeFolder, removeFile } from '../files/folder.ts';
import { refused } from '../files/refused.ts';
import type { Place } from './place.ts';

/** Files under a folder; what is being written lies in `arriving` until it is whole. */
export const openFolderPlace = async (folder: string): Promise<Place> => {
  const arriving = join(folder, 'arriving');
  return {
    write: async (name, source) => {
      const target = join(folder, name);
      const temporary = join(arriving, randomUUID());
      await makeFolder(arriving);
      await makeFolder(dirname(target));
      await writeNew(temporary, source);
      await moveInto(temporary, target);
    },
    read: async (name) => (await open(join(folder, name), 'r').catch(refused)).createReadStream(),
    list: (start) => listFiles(folder, start),
    remove: async (name) => {
      await removeFile(join(folder, name));
      await syncFolder(dirname(join(folder, name)));
    },
    close: () => {},
  };
};

async function* listFiles(folder: string, start: string): AsyncGenerator<{ name: string; bytes: number }> {
  const entries = await readdir(join(folder, start), { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const name = join(start, entry.name);
    if (entry.isDirectory()) yield* listFiles(folder, name);
    const found = entry.isFile() ? await findFile(join(folder, name)) : null;
    if (found) yield { name, bytes: found.bytes };
  }
}
