import type { Readable } from 'node:stream';
import type { Bytes } from '../storage.ts';

/** Folder or bucket for things of the operator, such as backups, by names such as `pieces/ab/abcd…`. */
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
