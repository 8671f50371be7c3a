import type { Codec } from './sound.ts';

/** Coding of a WAV's sound, as its format chunk says. */
export type WavFormat = {
  tag: number;
  bits: number;
  channels: number;
  /** Samples a second. */
  rate: number;
  bytes_a_second: number;
  block_bytes: number;
};

const [A_LAW, MU_LAW] = [6, 7];

/** Samples of one channel in so many bytes of sound. */
type Samples = (bytes: number, format: WavFormat) => number;

/** Bytes of a sample that is not compressed: 24 bits may take four of them. */
export const sampleBytes = ({ tag, channels, bits, block_bytes }: WavFormat): number => {
  if (tag === A_LAW || tag === MU_LAW) return 1;
  const least = Math.ceil(bits / 8);
  const said = block_bytes / channels;
  return Number.isInteger(said) && said > least && said <= 8 ? said : least;
};

const plain: Samples = (bytes, format) => bytes / (format.channels * sampleBytes(format));
const packed: Samples = (bytes, { channels, bits }) => (bytes * 8) / (channels * bits);
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

const imaAdpcm = blocks((bytes, { channels }) =>
  bytes > 4 * channels ? ((bytes - 4 * channels) * 2) / channels + 1 : 0,
);
const msAdpcm = blocks((bytes, { channels }) =>
  bytes > 7 * channels ? ((bytes - 7 * channels) * 2) / channels + 2 : 0,
);

/** Codecs by the tags of Microsoft's mmreg.h; telephone systems write some codecs under several of them. */
const CODECS: Record<number, [Codec, Samples]> = {
  1: ['pcm', plain],
  2: ['ms-adpcm', msAdpcm],
  3: ['pcm', plain],
  [A_LAW]: ['a-law', plain],
  [MU_LAW]: ['mu-law', plain],
  16: ['oki-adpcm', halfBytes],
  17: ['ima-adpcm', imaAdpcm],
  20: ['g726', packed],
  23: ['oki-adpcm', halfBytes],
  32: ['other', halfBytes],
  34: ['truespeech', frames(32, 240)],
  49: ['gsm', frames(65, 320)],
  50: ['gsm', frames(65, 320)],
  64: ['g726', packed],
  66: ['g723', frames(24, 240)],
  69: ['g726', packed],
  100: ['g726', packed],
  101: ['g722', halfBytes],
  131: ['g729', frames(10, 80)],
  273: ['g723', frames(24, 240)],
  307: ['g729', frames(10, 80)],
  655: ['g722', halfBytes],
};

export const MP3_IN_WAV = 0x55;

export const wavCodec = ({ tag }: WavFormat): Codec => (tag === MP3_IN_WAV ? 'mp3' : (CODECS[tag]?.[0] ?? 'other'));

/** Seconds of so many bytes of sound; null where the format says nothing to go by. */
export const wavSeconds = (bytes: number, format: WavFormat): number | null => {
  const samples = (CODECS[format.tag]?.[1] ?? steady)(bytes, format);
  return Number.isFinite(samples) ? samples / format.rate : null;
};
