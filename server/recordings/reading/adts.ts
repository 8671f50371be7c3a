import { AAC_CHANNELS, AAC_RATES } from './aac.ts';
import type { Frame, FrameReader } from './frames.ts';

/** The frame of AAC with its own header (ADTS, ISO 14496-3) that begins with these bytes, or null where none does. */
const readAdtsFrame = (head: Buffer): Frame | null => {
  if (head.length < 7 || head.readUInt16BE(0) >> 4 !== 0xfff || ((head[1] as number) & 6) !== 0) return null;
  const [, kind, first, second] = head as unknown as [number, number, number, number];
  const rate = AAC_RATES[(first >> 2) & 15];
  const has_check = (kind & 1) === 0;
  const bytes = (head.readUInt32BE(3) >> 13) & 0x1fff;
  if (!rate || bytes < (has_check ? 9 : 7)) return null;
  const channels = ((first & 1) << 2) | (second >> 6);
  const blocks = ((head[6] as number) & 3) + 1;
  return {
    kind: (kind << 8) | (first & 0xfc),
    bytes,
    samples: 1024 * blocks,
    rate,
    channels: AAC_CHANNELS[channels] ?? 0,
  };
};

export const ADTS: FrameReader = { canFollow: (second) => (second & 0xf6) === 0xf0, read: readAdtsFrame };
