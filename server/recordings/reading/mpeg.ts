import type { Frame, FrameReader } from './frames.ts';

// ISO 11172-3 and 13818-3, layer III: kbit/s by the index in the header, and Hz.
const BIT_RATES = {
  full: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  low: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const RATES = [44_100, 48_000, 32_000];
/** Divisors of the sample rate by the version in the header: MPEG 2.5, none, 2, 1. */
const DIVISORS = [4, 0, 2, 1];

/** The frame of MPEG layer III that begins with these bytes, or null where none does. */
export const readMpegFrame = (head: Buffer): Frame | null => {
  if (head.length < 4 || head[0] !== 0xff) return null;
  const [, kind, rates, mode] = head as unknown as [number, number, number, number];
  if ((kind & 0xe6) !== 0xe2) return null;
  const divisor = DIVISORS[(kind >> 3) & 3] as number;
  const bit_rate = (divisor === 1 ? BIT_RATES.full : BIT_RATES.low)[rates >> 4];
  const rate = (RATES[(rates >> 2) & 3] ?? 0) / divisor;
  if (!bit_rate || !rate || !Number.isFinite(rate)) return null;
  const samples = divisor === 1 ? 1152 : 576;
  const bytes = Math.floor((samples * 125 * bit_rate) / rate) + ((rates >> 1) & 1);
  return { kind: kind & 0xfe, bytes, samples, rate, channels: mode >> 6 === 3 ? 1 : 2 };
};

export const MPEG: FrameReader = { canFollow: (second) => (second & 0xe6) === 0xe2, read: readMpegFrame };

/** Summary of a whole file that an encoder puts in its first frame, which holds no sound. */
export type MpegSummary = {
  /** Samples that the encoder added at the beginning and at the end. */
  padding: number;
};

/** Reads the summary (Xing, Info or VBRI) in a first frame; null where the frame is one of sound. */
export const readMpegSummary = (frame: Buffer, { kind, channels }: Frame): MpegSummary | null => {
  const is_full = (kind & 0x18) === 0x18;
  const side_bytes = is_full ? (channels === 1 ? 17 : 32) : channels === 1 ? 9 : 17;
  if (frame.toString('latin1', 36, 40) === 'VBRI') return { padding: 0 };
  const at = 4 + side_bytes;
  if (!['Xing', 'Info'].includes(frame.toString('latin1', at, at + 4))) return null;
  const flags = frame.length >= at + 8 ? frame.readUInt32BE(at + 4) : 0;
  const encoder = at + 8 + (flags & 1 && 4) + (flags & 2 && 4) + (flags & 4 && 100) + (flags & 8 && 4);
  if (frame.length < encoder + 24 || !/^(LAME|Lavf|Lavc)/.test(frame.toString('latin1', encoder, encoder + 4))) {
    return { padding: 0 };
  }
  const both = frame.readUIntBE(encoder + 21, 3);
  return { padding: (both >> 12) + (both & 0xfff) };
};
