import type { FileHandle } from 'node:fs/promises';

/** Where the samples of a WAV lie, and what they are. */
export type WavLayout = {
  tag: number;
  bits: number;
  channels: number;
  /** Frames a second. */
  rate: number;
  start: number;
  end: number;
};

const EXTENSIBLE = 0xfffe;
const UNKNOWN_SIZE = 0xffffffff;

/** Reads the chunks of a RIFF or RF64 file up to its samples; null where it has none that can be understood. */
export const readWavLayout = async (file: FileHandle): Promise<WavLayout | null> => {
  const { size } = await file.stat();
  const at = async (position: number, length: number) => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
    return bytesRead === length ? buffer : null;
  };
  let format: Omit<WavLayout, 'start' | 'end'> | null = null;
  let long_size = 0;
  for (let position = 12, chunks = 0; chunks < 1000; chunks++) {
    const head = await at(position, 8);
    if (!head) return null;
    const name = head.toString('latin1', 0, 4);
    const length = head.readUInt32LE(4);
    const start = position + 8;
    if (name === 'ds64') long_size = Number((await at(start, 16))?.readBigUInt64LE(8) ?? 0);
    if (name === 'fmt ') format = readFormat(await at(start, Math.min(length, 40)));
    if (name === 'data') {
      if (!format) return null;
      // Whoever writes into a pipe cannot come back to fill in the size.
      const said = length === UNKNOWN_SIZE ? long_size || size : length || size;
      return { ...format, start, end: Math.min(size, start + said) };
    }
    position = start + length + (length % 2);
  }
  return null;
};

const readFormat = (chunk: Buffer | null) => {
  if (!chunk || chunk.length < 16) return null;
  const tag = chunk.readUInt16LE(0);
  return {
    tag: tag === EXTENSIBLE && chunk.length >= 26 ? chunk.readUInt16LE(24) : tag,
    channels: chunk.readUInt16LE(2),
    rate: chunk.readUInt32LE(4),
    bits: chunk.readUInt16LE(14),
  };
};
