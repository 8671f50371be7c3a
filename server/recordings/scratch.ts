import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Age at which a folder is surely abandoned, in ms: a run of a job ends after hours. */
const SWEEP_AGE_MS = 24 * 3_600_000;
const SWEEP_EVERY_MS = 3_600_000;

/** Folder under the data folder for files that programs work on. */
export const scratchFolder = (data_dir: string): string => join(data_dir, 'scratch');

/** Lends a folder of its own, which nobody else may read and which is gone afterwards. */
export const withFolder = async <T>(scratch: string, use: (folder: string) => Promise<T>): Promise<T> => {
  await mkdir(scratch, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(scratch, 'channels-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Takes away what killed workers left behind more than a day ago. */
const sweepScratch = async (scratch: string, now = Date.now()): Promise<void> => {
  await mkdir(scratch, { recursive: true, mode: 0o700 });
  for (const name of await readdir(scratch)) {
    const folder = join(scratch, name);
    const found = await stat(folder).catch(() => null);
    if (found && now - found.mtimeMs > SWEEP_AGE_MS) await rm(folder, { recursive: true, force: true });
  }
};

/** Sweeps at once, and every hour until it is closed. */
export const startSweeping = (scratch: string, onError: (error: unknown) => void): { close(): Promise<void> } => {
  let round = Promise.resolve();
  const sweep = () => {
    round = sweepScratch(scratch).catch(onError);
  };
  sweep();
  const timer = setInterval(sweep, SWEEP_EVERY_MS).unref();
  return {
    close: () => {
      clearInterval(timer);
      return round;
    },
  };
};
