import type { Readable } from 'node:stream';
import type { Key } from './key.ts';

/** The largest recording, in bytes; a WAV cannot say that it is larger. */
export const LARGEST_BYTES = 4 * 1024 ** 3;

/** Longest time from the beginning of an upload to its last byte, in ms: a week. */
export const UPLOAD_LIFETIME_MS = 7 * 24 * 3_600_000;

/**
 * Age at which unclaimed bytes are surely abandoned, in ms: a bucket dates a recording by the beginning of its upload.
 */
export const SWEEP_AGE_MS = UPLOAD_LIFETIME_MS + 24 * 3_600_000;

/** A stream of bytes. To break off what reads it, destroy it. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Size in bytes and SHA-256 in hex of bytes that were stored. */
export type Stored = { bytes: number; sha256: string };

/** Range of bytes, from `start` to the one before `end`. */
export type ByteRange = { start: number; end: number };

/** Storage of recordings' bytes. Every failure throws a StorageError, or what the source of the bytes threw. */
export type Storage = {
  /** Keeps a stream; nobody sees any of it before all of it is durable. Replaces whole what was under the key. */
  write(key: Key, source: Bytes): Promise<Stored>;
  /** A stream of these bytes, or of all. Destroy it when it is not read to its end. */
  read(key: Key, range?: ByteRange): Promise<Readable>;
  find(key: Key): Promise<{ bytes: number } | null>;
  /** Takes it away; nothing happens where nothing is. */
  remove(key: Key): Promise<void>;
  /** Everything kept from before a time, in no order: what is older than SWEEP_AGE_MS and has no row can go. */
  list(before: Date): AsyncIterable<{ key: Key; bytes: number }>;
  /** An address that gives the bytes to anybody for so many seconds, or null where only the server can give them. */
  link(key: Key, how: { seconds: number; content_type: string }): Promise<string | null>;
  /** Lends a path with the bytes to a program that needs a file; the path is good until `use` has ended. */
  withFile<T>(key: Key, use: (path: string) => Promise<T>): Promise<T>;
  uploads: Uploads;
  /** Takes away what was begun before a time, SWEEP_AGE_MS ago, and never finished. Answers how many there were. */
  removeAbandoned(before: Date): Promise<number>;
  close(): void;
};

/** An upload that can be interrupted: how far it is, and what its client said about it. */
export type Upload = {
  bytes: number;
  offset: number;
  metadata: Record<string, string | null>;
  created_at: string;
};

/** Recordings that arrive in pieces, each upload under the key that the recording will have. */
export type Uploads = {
  create(key: Key, upload: { bytes: number; metadata: Upload['metadata'] }): Promise<void>;
  find(key: Key): Promise<Upload | null>;
  /**
   * Adds bytes at the offset and answers the new one, durable. Where the source breaks off, what came is kept all the
   * same, and the source's error is thrown.
   */
  append(key: Key, offset: number, source: Bytes): Promise<number>;
  /** Makes the recording of a whole upload. Can be called again, also after a crash in the middle of it. */
  complete(key: Key): Promise<Stored>;
  /** Forgets the upload; a recording that was made of it stays. */
  remove(key: Key): Promise<void>;
};
