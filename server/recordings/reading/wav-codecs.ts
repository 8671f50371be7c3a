import type { Codec } from './sound.ts';

/** How the sound of a WAV is coded, as its format chunk says. */
export type WavFormat = {
  tag: number;
  bits: number;
  channels: number;
  /** Samples a second. */
  rate: number;
  bytes_a_second: number;
  block_bytes: number;
};

/** Samples of one channel in so many bytes of sound. */
type Samples = (bytes: number, format: WavFormat) => number;

const plain: Samples = (bytes, { channels, bits, block_bytes }) =>
  bytes / Math.max((channels * bits) / 8, bits < 8 ? 0 : block_bytes);
const wholeBytes: Samples = (bytes, { channels }) => bytes / channels;
const halfBytes: Samples = (bytes, { channels }) => (bytes * 2) / channels;
const steady: Samples = (bytes, { rate, bytes_a_second }) => (bytes / bytes_a_second) * rate;

/** Blocks of one size; the last may be cut off. */
const blocks =
  (inBlock: Samples): Samples =>
  (bytes, format) => {
    const block_bytes = format.block_bytes || bytes;
    const rest = inBlock(bytes % block_bytes, format);
    return Math.floor(bytes / block_bytes) * inBlock(block_bytes, format) + Math.max(0, rest);
  };

/** Frames of one size for each channel; one that is cut off holds no sound. */
const frames =
  (frame_bytes: number, samples: number): Samples =>
  (bytes, { channels }) =>
    Math.floor(bytes / (frame_bytes * channels)) * samples;

const imaAdpcm = blocks((bytes, { channels }) => (bytes > 4 * channels ? ((bytes - 4 * channels) * 2) / channels + 1 : 0));
const msAdpcm = blocks((bytes, { channels }) => (bytes > 7 * channels ? ((bytes - 7 * channels) * 2) / channels + 2 : 0));

/** By the tags of Microsoft's mmreg.h; telephone systems write some codecs under several of them. */
const CODECS: Record<number, [Codec, Samples]> = {
  0x01: ['pcm', plain],
  0x02: ['ms-adpcm', msAdpcm],
  0x03: ['pcm', plain],
  0x06: ['a-law', wholeBytes],
  0x07: ['mu-law', wholeBytes],
  0x10: ['oki-adpcm', halfBytes],
  0x11: ['ima-adpcm', imaAdpcm],
  0x14: ['g726', plain],
  0x17: ['oki-adpcm', halfBytes],
  0x22: ['truespeech', frames(32, 240)],
  0x31: ['gsm', frames(65, 320)],
  0x32: ['gsm', frames(65, 320)],
  0x40: ['g726', plain],
  0x42: ['g723', frames(24, 240)],
  0x45: ['g726', plain],
  0x64: ['g726', plain],
  0x65: ['g722', halfBytes],
  0x83: ['g729', frames(10, 80)],
  0x111: ['g723', frames(24, 240)],
  0x133: ['g729', frames(10, 80)],
  0x28f: ['g722', halfBytes],
};

export const MP3_IN_WAV = 0x55;

export const wavCodec = ({ tag }: WavFormat): Codec => (tag === MP3_IN_WAV ? 'mp3' : (CODECS[tag]?.[0] ?? 'other'));

/** Seconds of so many bytes of sound; null where the format says nothing to go by. */
export const wavSeconds = (bytes: number, format: WavFormat): number | null => {
  const samples = (CODECS[format.tag]?.[1] ?? steady)(bytes, format);
  return Number.isFinite(samples) ? samples / format.rate : null;
};
