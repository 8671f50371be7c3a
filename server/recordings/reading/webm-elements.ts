import type { FileBytes } from './file-bytes.ts';

/** An element of EBML: from the first byte of its content to the one before `end`. */
export type Element = { id: number; start: number; end: number };

/** The elements of a file in their order; those whose ids are in `opened` are followed by what is in them. */
export function* elementsOf(bytes: FileBytes, opened: Set<number>): Generator<Element> {
  for (let position = 0; position < bytes.size; ) {
    const head = bytes.at(position, 12);
    const id_bytes = widthOf(head[0]);
    const size_bytes = widthOf(head[id_bytes]);
    if (id_bytes > 4 || size_bytes > 8 || head.length < id_bytes + size_bytes) return;
    const id = head.readUIntBE(0, id_bytes);
    const size = readSize(head.subarray(id_bytes, id_bytes + size_bytes));
    const start = position + id_bytes + size_bytes;
    yield { id, start, end: start + size };
    position = opened.has(id) ? start : start + size;
  }
}

/** The bytes of a number whose first byte tells how many there are; 9 where it cannot. */
const widthOf = (first: number | undefined): number => (first ? Math.clz32(first) - 23 : 9);

/** Reads a size; infinite if all its bits are ones, as a recorder writes while it does not know the size yet. */
const readSize = (bytes: Buffer): number => {
  let value = (bytes[0] as number) & (0xff >> bytes.length);
  let ones = value === 0xff >> bytes.length;
  for (const byte of bytes.subarray(1)) {
    value = value * 256 + byte;
    ones &&= byte === 0xff;
  }
  return ones ? Number.POSITIVE_INFINITY : value;
};

export const readNumber = (bytes: FileBytes, { start, end }: Element): number => {
  const content = end - start <= 6 ? bytes.exactly(start, end - start) : null;
  return content && content.length > 0 ? content.readUIntBE(0, content.length) : 0;
};

export const readFloat = (bytes: FileBytes, { start, end }: Element): number => {
  const content = bytes.at(start, Math.min(8, end - start));
  if (content.length === 4) return content.readFloatBE(0);
  return content.length === 8 ? content.readDoubleBE(0) : 0;
};

/** Copies the content of an element, at most 64 bytes. */
export const readContent = (bytes: FileBytes, { start, end }: Element): Buffer =>
  Buffer.from(bytes.at(start, Math.min(64, end - start)));
