import { readSync } from 'node:fs';

const WINDOW_BYTES = 64 * 1024;

/** Ends work on a file that takes too long. */
export class TooSlow extends Error {
  override name = 'TooSlow';
}

/**
 * Bytes of an open file, read at once and through a window, which is quick for small pieces in a row. Blocks its
 * thread: for threads of their own only. Throws TooSlow after `deadline`, in ms as Date.now() counts them.
 */
export class FileBytes {
  readonly size: number;
  readonly #descriptor: number;
  readonly #deadline: number;
  readonly #window = Buffer.alloc(WINDOW_BYTES);
  #start = 0;
  #length = 0;

  constructor(descriptor: number, size: number, deadline = Number.POSITIVE_INFINITY) {
    this.#descriptor = descriptor;
    this.size = size;
    this.#deadline = deadline;
  }

  /** The same bytes through a window of their own, for what reads at two places in turn. */
  beside(): FileBytes {
    return new FileBytes(this.#descriptor, this.size, this.#deadline);
  }

  /** At most 64 KiB from a position on, fewer where the file ends; good until the next call. */
  at(position: number, length: number): Buffer {
    const here = this.#here(position);
    if (here < length && (here === 0 || position + here < this.size)) this.#fill(position);
    const from = position - this.#start;
    return this.#window.subarray(from, Math.min(from + length, this.#length));
  }

  /** All of these bytes, or null where the file has fewer. */
  exactly(position: number, length: number): Buffer | null {
    const found = this.at(position, length);
    return found.length === length ? found : null;
  }

  /** The first place from a position on, before `end`, that holds one of two bytes; -1 where none does. */
  findEither(one: number, other: number, position: number, end: number): number {
    for (let start = position; start < end; ) {
      const piece = this.at(start, Math.min(end - start, this.#here(start) || WINDOW_BYTES));
      if (piece.length === 0) return -1;
      for (let at = 0; at < piece.length; at++) if (piece[at] === one || piece[at] === other) return start + at;
      start += piece.length;
    }
    return -1;
  }

  /** How many bytes from a position on are in the window. */
  #here(position: number): number {
    return position >= this.#start ? Math.max(0, this.#start + this.#length - position) : 0;
  }

  #fill(position: number): void {
    if (Date.now() > this.#deadline) throw new TooSlow();
    this.#start = position;
    this.#length = 0;
    while (this.#length < WINDOW_BYTES && position + this.#length < this.size) {
      const room = WINDOW_BYTES - this.#length;
      const read = readSync(this.#descriptor, this.#window, this.#length, room, position + this.#length);
      if (read === 0) return;
      this.#length += read;
    }
  }
}

/** What work gives, or null where it takes too long. */
export const orTooSlow = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooSlow) return null;
    throw error;
  }
};
