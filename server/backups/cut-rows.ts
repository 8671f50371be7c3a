import { crc32 } from 'node:zlib';
import type { Bytes } from '../platform/storage/storage.ts';

const LEAST_BYTES = 1024 ** 2;
const MOST_BYTES = 32 * 1024 ** 2;
/** One row in so many may end a piece. */
const ODDS = 64;
const NEWLINE = 0x0a;

/** Rows in the text format of COPY, cut into pieces. */
export type RowPiece = { bytes: Buffer; rows: number };

/**
 * Cuts rows into pieces of 1 MiB and more, where the rows themselves say: a piece that no row of has changed is the same
 * in the next backup, whatever was added or removed elsewhere.
 */
export async function* cutRows(source: Bytes): AsyncGenerator<RowPiece> {
  let [chunks, bytes, rows, row]: [Buffer[], number, number, number] = [[], 0, 0, 0];
  for await (const piece of source) {
    let from = 0;
    const chunk = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      const part = chunk.subarray(from, end + 1);
      row = crc32(part, row);
      chunks.push(part);
      bytes += part.length;
      rows += 1;
      from = end + 1;
      if (bytes >= MOST_BYTES || (bytes >= LEAST_BYTES && row % ODDS === 0)) {
        yield { bytes: Buffer.concat(chunks), rows };
        [chunks, bytes, rows] = [[], 0, 0];
      }
      row = 0;
    }
    const rest = chunk.subarray(from);
    row = crc32(rest, row);
    chunks.push(rest);
    bytes += rest.length;
  }
  if (rows > 0) yield { bytes: Buffer.concat(chunks), rows };
}
