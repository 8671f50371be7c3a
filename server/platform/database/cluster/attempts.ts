import { randomUUID } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const hour = 3_600_000;

/** Temporary path for making what will be moved to `path` once it is complete; names the server that is making it. */
export const attemptAt = (path: string): string => `${path}.pharos-new-${process.pid}-${randomUUID().slice(0, 8)}`;

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Removes attempts in a folder whose server is dead, or which are so old that its pid must be another's. */
export const sweepAttempts = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) {
    const pid = /\.pharos-new-(\d+)-[0-9a-f]{8}$/.exec(name)?.[1];
    if (!pid) continue;
    const attempt = join(folder, name);
    const made = await stat(attempt).then(
      ({ mtimeMs }) => mtimeMs,
      () => Date.now(),
    );
    if (Date.now() - made < hour && isAlive(Number(pid))) continue;
    // What an initdb that outlived its server still writes is left for the next sweep.
    await rm(attempt, { recursive: true, force: true }).catch(() => {});
  }
};
