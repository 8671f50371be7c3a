import { readdir, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Said } from './pattern.ts';

const SOUND = new Set(['.wav', '.mp3', '.m4a', '.mp4', '.aac', '.ogg', '.opus', '.flac', '.webm']);
const WORDS = new Set(['.json', '.vtt', '.srt', '.sbv']);

/** A call to be: a recording, its words, or both, under one path without an ending. */
export type Found = { path: string; said: Said; sound?: string; words?: string; bytes: number };
export type Rejected = { path: string; reason: string };

/**
 * What is in a folder, in the order of the paths. Files of one name are one call; a file that was written to within the
 * last `settle_ms` is left for later, as it may still be growing.
 */
export const findCalls = async (
  folder: string,
  read: (path: string) => Said | null,
  settle_ms = 0,
): Promise<{ found: Found[]; rejected: Rejected[] }> => {
  const calls = new Map<string, Found>();
  const rejected: Rejected[] = [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile() && !one.name.startsWith('.'))) {
    const file = join(entry.parentPath, entry.name);
    const ending = extname(entry.name);
    const name = relative(folder, file).split(sep).join('/');
    const path = name.slice(0, name.length - ending.length);
    const kind = SOUND.has(ending.toLowerCase()) ? 'sound' : WORDS.has(ending.toLowerCase()) ? 'words' : null;
    const said = read(path);
    if (!kind) rejected.push({ path: name, reason: 'is neither a recording nor a transcript by its ending' });
    else if (!said) rejected.push({ path: name, reason: 'does not fit the pattern' });
    else if (calls.get(path)?.[kind]) rejected.push({ path: name, reason: `is a second file of the same name` });
    else {
      const { size, mtimeMs } = await stat(file);
      if (Date.now() - mtimeMs < settle_ms) continue;
      const call = calls.get(path) ?? { path, said, bytes: 0 };
      calls.set(path, { ...call, [kind]: file, bytes: call.bytes + size });
    }
  }
  const found = [...calls.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { found, rejected };
};
