import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Path of a recording among the samples. */
export const recording = (name: string): string => join(import.meta.dirname, '../samples/recordings', name);

/** Reason for a test to skip what needs ffmpeg; false where it is installed. */
export const ffmpegMissing: string | false =
  spawnSync('ffmpeg', ['-version']).status === 0 ? false : 'ffmpeg is not installed';

/** A WAV around some samples, with `format` as its format chunk, and other chunks before the samples. */
export const wav = (samples: Buffer, format: WavFormat, { size = samples.length, before = Buffer.alloc(0) } = {}) => {
  const { tag, channels, bits, rate = 8_000, extensible = false } = format;
  const block = (channels * bits) / 8;
  const fmt = Buffer.alloc(extensible ? 40 : 16);
  fmt.writeUInt16LE(extensible ? 0xfffe : tag, 0);
  fmt.writeUInt16LE(channels, 2);
  fmt.writeUInt32LE(rate, 4);
  fmt.writeUInt32LE(rate * block, 8);
  fmt.writeUInt16LE(block, 12);
  fmt.writeUInt16LE(bits, 14);
  if (extensible) {
    fmt.writeUInt16LE(22, 16);
    fmt.writeUInt16LE(bits, 18);
    Buffer.from(`${tag.toString(16).padStart(2, '0')}00000000001000800000aa00389b71`, 'hex').copy(fmt, 24);
  }
  const body = Buffer.concat([Buffer.from('WAVE'), chunk('fmt ', fmt), before, chunk('data', samples, size)]);
  return chunk('RIFF', body);
};

export type WavFormat = { tag: number; channels: number; bits: number; rate?: number; extensible?: boolean };

/** A chunk with its name and its size, or another size that it pretends to have. */
export const chunk = (name: string, body: Buffer, size = body.length) => {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(size, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
};
