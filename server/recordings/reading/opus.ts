/** Samples of a packet of Opus, at 48 kHz, by its first two bytes (RFC 6716, section 3.1). */
export const opusSamples = (packet: Buffer): number => {
  const [toc, count = 0] = packet;
  if (toc === undefined) return 0;
  const code = toc & 3;
  const frames = code === 0 ? 1 : code === 3 ? count & 63 : 2;
  return frames * frameSamples(toc >> 3);
};

const frameSamples = (configuration: number): number => {
  if (configuration >= 16) return 120 << (configuration & 3);
  if (configuration >= 12) return 480 << (configuration & 1);
  return [480, 960, 1920, 2880][configuration & 3] as number;
};

export const OPUS_RATE = 48_000;

/** Reads a header of Opus (RFC 7845, section 5.1); null where this is none. */
export const readOpusHead = (head: Buffer) =>
  head.toString('latin1', 0, 8) === 'OpusHead' && head.length >= 16
    ? { channels: head[9] as number, skipped: head.readUInt16LE(10), sample_rate: head.readUInt32LE(12) || OPUS_RATE }
    : null;
