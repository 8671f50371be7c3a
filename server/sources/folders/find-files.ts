import type { Dir, Stats } from 'node:fs';
import { lstat, open, opendir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { SOUND, UNFINISHED } from './names.ts';

/** A recording in a folder. `key`: its place, size and time, by which it is known again. */
export type FoundFile = { path: string; key: string; size: number; changed_ms: number };

const DEEPEST = 8;

/** Yields the recordings below a folder that changed since a time. Links are not followed. */
export async function* findFiles(
  folder: string,
  since_ms: number,
  depth = 0,
  root = folder,
): AsyncGenerator<FoundFile> {
  const entries: Dir = await opendir(folder);
  for await (const entry of entries) {
    if (UNFINISHED.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth < DEEPEST) yield* findFiles(path, since_ms, depth + 1, root);
    if (!entry.isFile() || !SOUND.test(entry.name)) continue;
    const stats = await lstat(path).catch(() => null);
    if (!stats || stats.mtimeMs < since_ms) continue;
    yield { path, key: keyOf(relative(root, path), stats), size: stats.size, changed_ms: stats.mtimeMs };
  }
}

const keyOf = (place: string, { size, mtimeMs }: Stats): string => `${place}|${size}|${Math.round(mtimeMs)}`;

/** Milliseconds for which a file has to be left alone before it is read. */
const SETTLED_MS = 5_000;
/** Milliseconds after which a file is read whatever its header says. */
const ABANDONED_MS = 10 * 60_000;

/** Tells a file that nobody writes any more: it is left alone, and a WAV's header knows how long it is. */
export const isSettled = async ({ path, size, changed_ms }: FoundFile, now = Date.now()): Promise<boolean> => {
  const age = now - changed_ms;
  if (age < SETTLED_MS || size === 0) return age >= ABANDONED_MS;
  return age >= ABANDONED_MS || !/\.wave?$/i.test(path) || hasWholeHeader(path, size);
};

const HEADER_BYTES = 4096;

/** Asterisk writes a WAV's length when the call has ended: until then its header says 0, or less than is there. */
const hasWholeHeader = async (path: string, size: number): Promise<boolean> => {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    const header = buffer.subarray(0, bytesRead);
    const data = header.indexOf('data', 12, 'latin1');
    if (header.toString('latin1', 0, 4) !== 'RIFF' || data === -1 || data + 8 > bytesRead) return true;
    const length = header.readUInt32LE(data + 4);
    // A recorder that never learns its length writes the largest number there is.
    return length === 0xffffffff || (length > 0 && data + 8 + length <= size + 1);
  } finally {
    await file.close();
  }
};
