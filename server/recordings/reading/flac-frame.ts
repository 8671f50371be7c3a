import type { FileBytes } from './file-bytes.ts';

/** A stream as its header says: samples a second, channels, samples of a block, and samples in all, 0 where unknown. */
export type FlacStream = { rate: number; channels: number; block: number; total: number };

/** Samples of one channel before a frame, and in it. */
export type FlacFrame = { start: number; samples: number };

/** A table of a checksum without reflection, of 8 or 16 bits. */
const tableOf = (polynomial: number, bits: number) =>
  Uint16Array.from({ length: 256 }, (_, byte) => {
    let value = byte << (bits - 8);
    for (let bit = 0; bit < 8; bit++) value = value & (1 << (bits - 1)) ? (value << 1) ^ polynomial : value << 1;
    return value & ((1 << bits) - 1);
  });
const CHECK_8 = tableOf(0x07, 8);
const CHECK_16 = tableOf(0x8005, 16);

/** Block size for a code in a header; 6 and 7 stand for a number of 8 or 16 bits behind the header. */
const blockOf = (code: number): number => {
  if (code === 1) return 192;
  if (code <= 5) return 144 << code;
  return 1 << code;
};

/** The frame that begins with these bytes, if its header is whole and fits the stream (RFC 9639, section 9.1). */
export const readFlacFrame = (head: Buffer, { channels, block }: FlacStream): FlacFrame | null => {
  if (head.length < 6 || head[0] !== 0xff || ((head[1] as number) & 0xfe) !== 0xf8) return null;
  const [, strategy, sizes, assigned] = head as unknown as [number, number, number, number];
  const assignment = assigned >> 4;
  const of = assignment < 8 ? assignment + 1 : assignment < 11 ? 2 : 0;
  if (of !== channels || sizes >> 4 === 0 || (sizes & 15) === 15 || (assigned & 1) !== 0) return null;
  const number = readNumber(head);
  if (!number) return null;
  let at = 4 + number.bytes;
  const size_code = sizes >> 4;
  const size_bytes = size_code === 6 ? 1 : size_code === 7 ? 2 : 0;
  const rate_bytes = [0, 1, 2, 2][Math.max(0, (sizes & 15) - 11)] as number;
  if (head.length < at + size_bytes + rate_bytes + 1) return null;
  const samples = size_bytes > 0 ? head.readUIntBE(at, size_bytes) + 1 : blockOf(size_code);
  at += size_bytes + rate_bytes;
  let check = 0;
  for (let index = 0; index < at; index++) check = CHECK_8[check ^ (head[index] as number)] as number;
  if (check !== head[at]) return null;
  return { start: number.value * (strategy & 1 ? 1 : block), samples };
};

/** The number of a frame or sample, coded as UTF-8 codes characters, with up to seven bytes. */
const readNumber = (head: Buffer): { value: number; bytes: number } | null => {
  const first = head[4] as number;
  if (first < 0x80) return { value: first, bytes: 1 };
  const bytes = Math.clz32(~(first << 24));
  if (bytes < 2 || bytes > 7 || head.length < 4 + bytes) return null;
  let value = bytes === 7 ? 0 : first & (0x7f >> bytes);
  for (const byte of head.subarray(5, 4 + bytes)) value = value * 64 + (byte & 0x3f);
  return { value, bytes };
};

/** Tells whether a frame that begins here ends where the file does. */
export const isWhole = (bytes: FileBytes, position: number): boolean => {
  let check = 0;
  for (let at = position; at < bytes.size; ) {
    const piece = bytes.at(at, 4096);
    for (const byte of piece) check = ((check << 8) & 0xffff) ^ (CHECK_16[(check >> 8) ^ byte] as number);
    at += piece.length;
  }
  return check === 0;
};
