import type { FileBytes } from './file-bytes.ts';

/** A box of MP4 (ISO 14496-12) or an atom of QuickTime: from the first byte of its content to the one before `end`. */
export type Box = { type: string; start: number; end: number };

/** Boxes read in one place, at most; as fragments of a second each, they last more than two days. */
const MOST_BOXES = 200_000;

/** The boxes between two places of a file, one after another; ends where one cannot be, or they are too many. */
export function* boxesIn(bytes: FileBytes, { start, end }: Pick<Box, 'start' | 'end'>): Generator<Box> {
  for (let position = start, boxes = 0; position + 8 <= end && boxes < MOST_BOXES; boxes++) {
    const head = bytes.at(position, 16);
    if (head.length < 8) return;
    const type = head.toString('latin1', 4, 8);
    const short = head.readUInt32BE(0);
    const is_long = short === 1 && head.length === 16;
    const size = short === 0 ? end - position : is_long ? Number(head.readBigUInt64BE(8)) : short;
    if (size < (is_long ? 16 : 8)) return;
    yield { type, start: position + (is_long ? 16 : 8), end: Math.min(end, position + size) };
    position += size;
  }
}

/** The first box of a type, by a path of types; null where there is none. */
export const findBox = (bytes: FileBytes, inside: Pick<Box, 'start' | 'end'>, ...path: string[]): Box | null => {
  let found: Pick<Box, 'start' | 'end'> | null = inside;
  for (const wanted of path) {
    let next: Box | null = null;
    for (const box of boxesIn(bytes, found)) {
      if (box.type !== wanted) continue;
      next = box;
      break;
    }
    if (!next) return null;
    found = next;
  }
  return found as Box;
};

/** A table of numbers of 32 or 64 bits in a box, read in order; nothing beyond the box is read. */
export class Mp4Table {
  readonly count: number;
  readonly #bytes: FileBytes;
  readonly #start: number;
  readonly #entry_bytes: number;

  /** `at`: where the count of entries stands in the box; the entries follow it. */
  constructor(bytes: FileBytes, { start, end }: Box, at: number, entry_bytes: number) {
    this.#bytes = bytes.beside();
    this.#start = start + at + 4;
    this.#entry_bytes = entry_bytes;
    const said = this.#bytes.exactly(start + at, 4)?.readUInt32BE(0) ?? 0;
    this.count = Math.max(0, Math.min(said, Math.floor((end - this.#start) / entry_bytes)));
  }

  /** An entry, which is good until the next is asked for; null past the last. */
  at(index: number): Buffer | null {
    if (index >= this.count) return null;
    return this.#bytes.exactly(this.#start + index * this.#entry_bytes, this.#entry_bytes);
  }
}
