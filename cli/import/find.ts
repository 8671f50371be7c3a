import { readdir, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Said } from './pattern.ts';

/** Endings of recordings; the server reads the format from the bytes, and refuses one that it cannot take. */
const SOUND =
  /^\.(wav|mp3|m4a|m4b|mp4|aac|ogg|oga|opus|flac|webm|weba|3gp|3gpp|3ga|mov|qta|amr|awb|wma|aif|aiff|caf|au)$/i;
const WORDS = /^\.(json|vtt|srt|sbv)$/i;

/** A call to import: a recording, its words, or both, under one path without an ending. */
export type Found = { path: string; said: Said; sound?: string; words?: string; bytes: number };
export type Rejected = { path: string; reason: string };

/** A file by its place in the folder, without its ending; both as composed characters, which a Mac takes apart. */
type Named = { file: string; name: string; path: string };

/**
 * Lists what is in a folder, in the order of the paths. A recording and the words that are called as it is are one call:
 * `first.mp3` has `first.vtt`, also `First.vtt` and `first.mp3.json`. A file that was written to within the last
 * `settle_ms` is left for later, as it may still be growing.
 */
export const findCalls = async (
  folder: string,
  read: (path: string) => Said | null,
  settle_ms = 0,
): Promise<{ found: Found[]; rejected: Rejected[] }> => {
  const calls = new Map<string, Found>();
  const rejected: Rejected[] = [];
  const { sounds, words, others } = await listFiles(folder);
  rejected.push(
    ...others.map(({ name }) => ({ path: name, reason: 'is neither a recording nor a transcript by its ending' })),
  );

  const add = async (kind: 'sound' | 'words', { file, name }: Named, path: string) => {
    const said = read(path);
    if (!said) rejected.push({ path: name, reason: 'does not fit the pattern' });
    else if (calls.get(path)?.[kind]) rejected.push({ path: name, reason: 'is a second file of the same name' });
    else {
      const { size, mtimeMs } = await stat(file);
      if (Date.now() - mtimeMs < settle_ms) return;
      const call = calls.get(path) ?? { path, said, bytes: 0 };
      calls.set(path, { ...call, [kind]: file, bytes: call.bytes + size });
    }
  };
  for (const sound of sounds) await add('sound', sound, sound.path);
  const findSound = finderOf(sounds);
  for (const one of words) await add('words', one, findSound(one)?.path ?? one.path);
  const found = [...calls.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { found, rejected };
};

const listFiles = async (folder: string) => {
  const [sounds, words, others]: Named[][] = [[], [], []];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile() && !one.name.startsWith('.'))) {
    const file = join(entry.parentPath, entry.name);
    const ending = extname(entry.name);
    const name = relative(folder, file).split(sep).join('/').normalize('NFC');
    const named = { file, name, path: name.slice(0, name.length - ending.length) };
    (SOUND.test(ending) ? sounds : WORDS.test(ending) ? words : others)?.push(named);
  }
  return { sounds: sounds ?? [], words: words ?? [], others: others ?? [] };
};

/** Finds the recording that words belong to: called exactly so before one that only differs in capitals. */
const finderOf = (sounds: Named[]): ((words: Named) => Named | undefined) => {
  const called = new Map<string, Named>();
  const add = (name: string, sound: Named) => called.has(name) || called.set(name, sound);
  for (const sound of sounds) for (const name of [sound.path, sound.name]) add(name, sound);
  for (const sound of sounds) for (const name of [sound.path, sound.name]) add(name.toLowerCase(), sound);
  return ({ path }) => called.get(path) ?? called.get(path.toLowerCase());
};
