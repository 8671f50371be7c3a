import { readSync } from 'node:fs';
import { keepPace, NO_HURRY, type Pace } from './pace.ts';

const WINDOW_BYTES = 64 * 1024;

/**
 * Bytes of an open file, read at once and through a window, which is quick for small pieces in a row. Blocks its
 * thread: for threads of their own only. Throws what the pace does.
 */
export class FileBytes {
  readonly size: number;
  readonly #descriptor: number;
  readonly #pace: Pace;
  readonly #window = Buffer.alloc(WINDOW_BYTES);
  #start = 0;
  #length = 0;

  constructor(descriptor: number, size: number, pace = NO_HURRY) {
    this.#descriptor = descriptor;
    this.size = size;
    this.#pace = pace;
  }

  /** Opens another window on the same bytes, for readers of two places in turn. */
  beside(): FileBytes {
    return new FileBytes(this.#descriptor, this.size, this.#pace);
  }

  /** Reads at most 64 KiB from a position on, fewer where the file ends; good until the next call. */
  at(position: number, length: number): Buffer {
    const here = this.#here(position);
    if (here < length && (here === 0 || position + here < this.size)) this.#fill(position);
    const from = position - this.#start;
    return this.#window.subarray(from, Math.min(from + length, this.#length));
  }

  /** The byte at a position; -1 behind the end. Quicker than a piece of one byte. */
  byte(position: number): number {
    if (this.#here(position) === 0) this.#fill(position);
    return this.#here(position) === 0 ? -1 : (this.#window[position - this.#start] as number);
  }

  /** All of these bytes, or null where the file has fewer. */
  exactly(position: number, length: number): Buffer | null {
    const found = this.at(position, length);
    return found.length === length ? found : null;
  }

  /** The first place from a position on, before `end`, where a byte and its next one fit; -1 where none do. */
  find(position: number, end: number, fits: (byte: number, next: number) => boolean): number {
    for (let start = position; start < end; ) {
      const piece = this.at(start, Math.max(2, Math.min(WINDOW_BYTES, this.#here(start))));
      const last = piece.length - 1;
      for (let at = 0; at < last; at++) {
        if (fits(piece[at] as number, piece[at + 1] as number)) return start + at < end ? start + at : -1;
      }
      if (last < 1) return -1;
      start += last;
    }
    return -1;
  }

  /** Number of bytes from a position on that are in the window. */
  #here(position: number): number {
    return position >= this.#start ? Math.max(0, this.#start + this.#length - position) : 0;
  }

  #fill(position: number): void {
    keepPace(this.#pace);
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
