import { mkdir, opendir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from './durable.ts';
import { refused, unlessMissing } from './refused.ts';

/** Makes a folder that is there after a power cut too. */
export const makeFolder = async (folder: string): Promise<void> => {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 }).catch(refused);
  if (made !== undefined) await syncFolder(dirname(made)).catch(refused);
};

export const findFile = async (path: string): Promise<{ bytes: number; modified_at: Date } | null> => {
  const found = await stat(path).catch(unlessMissing);
  return found ? { bytes: found.size, modified_at: found.mtime } : null;
};

export const removeFile = (path: string): Promise<void> => rm(path, { force: true }).catch(refused);

/** Removes the files of a folder that were last written before a time; answers how many. */
export const removeOlder = async (folder: string, before: Date): Promise<number> => {
  let removed = 0;
  for await (const entry of await opendir(folder).catch(refused)) {
    const path = join(folder, entry.name);
    const found = await findFile(path);
    if (!found || found.modified_at >= before) continue;
    await removeFile(path);
    removed += 1;
  }
  return removed;
};
