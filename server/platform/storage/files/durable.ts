import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Bytes } from '../storage.ts';
import { refused } from './refused.ts';

/** Makes the names in a folder durable. */
export const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(refused);
  await handle
    .sync()
    .catch(refused)
    .finally(() => handle.close());
};

/** Gives a file whose bytes are durable its name, durably; both are on one file system. */
export const moveInto = async (from: string, to: string): Promise<void> => {
  await rename(from, to).catch(refused);
  await syncFolder(dirname(to));
};

/** Writes all of these bytes from this place of the file on; answers where they end. */
export const writeAll = async (file: FileHandle, source: Bytes, position = 0): Promise<number> => {
  let at = position;
  for await (const piece of source) {
    for (let done = 0; done < piece.byteLength; ) {
      const { bytesWritten } = await file.write(piece, done, piece.byteLength - done, at).catch(refused);
      done += bytesWritten;
      at += bytesWritten;
    }
  }
  return at;
};

/** A new file with these bytes, durable but for its name; nothing is left of it where that fails. */
export const writeNew = async (path: string, source: Bytes): Promise<void> => {
  const file = await open(path, 'wx', 0o600).catch(refused);
  try {
    await writeAll(file, source);
    await file.sync().catch(refused);
    await file.close();
  } catch (error) {
    await file.close().catch(() => {});
    await rm(path, { force: true });
    throw error;
  }
};
