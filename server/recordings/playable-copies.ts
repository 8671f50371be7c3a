import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { ScopedDatabase } from '../platform/database/database.ts';
import type { Key } from '../platform/storage/key.ts';
import type { Storage } from '../platform/storage/storage.ts';
import { openFairTurns } from '../platform/worker-pool/fair-turns.ts';
import { findByUuid, type Kept } from './queries.ts';
import type { Codec } from './reading/sound.ts';
import { withFolder } from './scratch.ts';
import { inputOf, runFfmpeg } from './sound/ffmpeg.ts';

/** A copy that browsers play, beside a recording that they do not. */
export type PlayableCopy = { key: Key; bytes: number; content_type: string };

export type PlayableCopies = {
  /**
   * Finds the copy, made once, when it is first wanted; null where the recording plays as it is, or cannot be converted
   * here.
   */
  find(database: ScopedDatabase, recording: Kept): Promise<PlayableCopy | null>;
  /** Ends what is being made: it is made when it is wanted again. */
  close(): Promise<void>;
};

const LIMIT_MS = 10 * 60_000;
const LARGEST_BYTES = 1024 ** 3;
/** AAC in M4A, which every browser plays; its index comes first, so that it can be searched before all of it is there. */
const CONTENT_TYPE = 'audio/mp4';
const OPTIONS = ['-map', '0:a:0', '-map_metadata', '-1', '-c:a', 'aac', '-movflags', '+faststart'];
/** Milliseconds before a failed conversion is tried again. */
const RETRY_MS = 60 * 60_000;

const IN_WAV: Codec[] = ['pcm', 'a-law', 'mu-law'];
const IN_M4A: Codec[] = ['aac', 'mp3', 'opus', 'flac'];
const IN_OGG: Codec[] = ['opus', 'vorbis', 'flac'];

/** Tells whether browsers play a recording as it is; one stored without its codec is assumed to play. */
export const isPlayable = ({ file_format, codec }: Pick<Kept, 'file_format' | 'codec'>): boolean => {
  if (codec === null) return true;
  if (file_format === 'wav') return IN_WAV.includes(codec);
  if (file_format === 'm4a') return IN_M4A.includes(codec);
  return file_format === 'ogg' ? IN_OGG.includes(codec) : true;
};

/** A copy lies under the uuid of its recording with 8 for its version: nobody else makes such uuids here. */
export const copyKeyOf = ({ organization_uuid, uuid }: Key): Key => ({
  organization_uuid,
  uuid: `${uuid.slice(0, 14)}8${uuid.slice(15)}`,
});
export const recordingOfCopy = (uuid: string): string => `${uuid.slice(0, 14)}4${uuid.slice(15)}`;

export const openPlayableCopies = (storage: Storage, scratch: string): PlayableCopies => {
  const running = new Map<string, Promise<PlayableCopy | null>>();
  const failed = new LRUCache<string, true>({ max: 10_000, ttl: RETRY_MS });
  const closing = new AbortController();
  const inTurn = openFairTurns({ at_once: 2, each: 1 });

  const make = async (database: ScopedDatabase, recording: Kept): Promise<PlayableCopy | null> => {
    const key = copyKeyOf(recording);
    const there = await storage.find(key);
    if (there) return { key, bytes: there.bytes, content_type: CONTENT_TYPE };
    const work = () => withFolder(scratch, (folder) => convert(recording, key, join(folder, 'playable.m4a')));
    const copy = await inTurn.run(recording.organization_uuid, work, closing.signal);
    if (!copy) failed.set(recording.uuid, true);
    // It may have been purged meanwhile, and then nobody would take the copy away.
    if (!copy || (await findByUuid(database, recording))) return copy;
    await storage.remove(key);
    return null;
  };

  const convert = async (recording: Kept, key: Key, path: string): Promise<PlayableCopy | null> => {
    const limits = { limit_ms: LIMIT_MS, signal: closing.signal };
    const bit_rate = `${64 * Math.min(2, recording.channels)}k`;
    const output = [...OPTIONS, '-ac', String(Math.min(2, recording.channels)), '-b:a', bit_rate];
    const ended = await storage.withFile(recording, (whole) =>
      runFfmpeg(
        'ffmpeg',
        [...inputOf(whole, recording.file_format), ...output, '-fs', String(LARGEST_BYTES), `file:${path}`],
        limits,
      ),
    );
    if (ended !== 'done') return null;
    const { bytes } = await storage.write(key, createReadStream(path));
    return { key, bytes, content_type: CONTENT_TYPE };
  };

  return {
    find: (database, recording) => {
      if (isPlayable(recording) || failed.has(recording.uuid)) return Promise.resolve(null);
      const under_way =
        running.get(recording.uuid) ?? make(database, recording).finally(() => running.delete(recording.uuid));
      running.set(recording.uuid, under_way);
      return under_way;
    },
    close: async () => {
      closing.abort();
      await Promise.allSettled(running.values());
    },
  };
};
