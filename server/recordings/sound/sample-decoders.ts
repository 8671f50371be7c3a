import { sampleBytes, type WavFormat } from '../reading/wav-codecs.ts';

/** Turns the bytes of one sample into its value, from -1 to 1. */
export type SampleDecoder = { bytes: number; read(from: Buffer, at: number): number };

/** ITU-T G.711: eight bits, their size in steps that double. */
const muLaw = Float32Array.from({ length: 256 }, (_, byte) => {
  const bits = ~byte & 0xff;
  const size = (((bits & 0x0f) << 3) + 0x84) << ((bits & 0x70) >> 4);
  return (bits & 0x80 ? 0x84 - size : size - 0x84) / 32768;
});

const aLaw = Float32Array.from({ length: 256 }, (_, byte) => {
  const bits = byte ^ 0x55;
  const segment = (bits & 0x70) >> 4;
  const low = ((bits & 0x0f) << 4) + 8;
  const size = segment === 0 ? low : (low + 0x100) << (segment - 1);
  return (bits & 0x80 ? size : -size) / 32768;
});

export const SIXTEEN_BITS: SampleDecoder = { bytes: 2, read: (from, at) => from.readInt16LE(at) / 32768 };

/** Decoders by the tag of a WAV's format and the bytes of a sample; the tags are Microsoft's (mmreg.h). */
const DECODERS: Record<string, SampleDecoder> = {
  '1/1': { bytes: 1, read: (from, at) => ((from[at] as number) - 128) / 128 },
  '1/2': SIXTEEN_BITS,
  '1/3': { bytes: 3, read: (from, at) => from.readIntLE(at, 3) / 8388608 },
  '1/4': { bytes: 4, read: (from, at) => from.readInt32LE(at) / 2147483648 },
  '3/4': { bytes: 4, read: (from, at) => from.readFloatLE(at) },
  '3/8': { bytes: 8, read: (from, at) => from.readDoubleLE(at) },
  '6/1': { bytes: 1, read: (from, at) => aLaw[from[at] as number] as number },
  '7/1': { bytes: 1, read: (from, at) => muLaw[from[at] as number] as number },
};

/** The decoder of a WAV's samples; none where they are compressed. */
export const decoderOf = (format: WavFormat): SampleDecoder | undefined =>
  DECODERS[`${format.tag}/${sampleBytes(format)}`];

/** Feeds samples that come in pieces of any size on, whole frames at a time. A piece is not kept. */
export const decoding = (decoder: SampleDecoder, channels: number, add: (samples: Float32Array) => void) => {
  const frame_bytes = decoder.bytes * channels;
  let rest = Buffer.alloc(0);
  let room = new Float32Array(0);
  return (piece: Buffer): void => {
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    const whole = bytes.length - (bytes.length % frame_bytes);
    const count = whole / decoder.bytes;
    if (room.length < count) room = new Float32Array(count);
    for (let index = 0; index < count; index++) room[index] = decoder.read(bytes, index * decoder.bytes);
    add(room.subarray(0, count));
    rest = Buffer.from(bytes.subarray(whole));
  };
};
