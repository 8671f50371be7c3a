import type { Readable } from 'node:stream';
import type { Bytes } from '../../platform/storage/storage.ts';

/** Folder or bucket that backups are kept in, by names such as `pieces/ab/abcd…`. */
export type Place = {
  /** Writes something whole or not at all, durably; replaces what was there. */
  write(name: string, source: Bytes): Promise<void>;
  read(name: string): Promise<Readable>;
  /** Everything whose name begins like this, in no order. */
  list(start: string): AsyncIterable<{ name: string; bytes: number }>;
  /** Takes it away; nothing happens where nothing is. */
  remove(name: string): Promise<void>;
  close(): void;
};
