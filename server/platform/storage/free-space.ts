import { statfs } from 'node:fs/promises';

/** Room that is left for the database and the recordings on this machine's own disks. */
export type FreeSpace = {
  /** Bytes that are free where there are fewest; null before the first look. */
  free(): number | null;
  /** True while fewer bytes are free than the watermark. */
  isLow(): boolean;
  /** Looks now. */
  look(): Promise<void>;
  close(): void;
};

const EVERY_MS = 2_000;

/** Looks every two seconds how much is free in these folders, those that are there. */
export const watchFreeSpace = async (folders: string[], watermark_bytes: number): Promise<FreeSpace> => {
  let free: number | null = null;
  const look = async () => {
    const found = await Promise.all(
      folders.map((folder) =>
        statfs(folder).then(
          ({ bavail, bsize }) => [bavail * bsize],
          () => [],
        ),
      ),
    );
    free = found.flat().reduce((least: number | null, bytes) => Math.min(least ?? bytes, bytes), null);
  };
  await look();
  const timer = setInterval(look, EVERY_MS).unref();
  return {
    free: () => free,
    isLow: () => free !== null && free < watermark_bytes,
    look,
    close: () => clearInterval(timer),
  };
};
