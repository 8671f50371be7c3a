/** Sampling rates by their index, in Hz; 15 stands for a rate of its own. */
export const AAC_RATES = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350,
];

/** Channels by their configuration; 0 where the sound itself says it. */
export const AAC_CHANNELS = [0, 1, 2, 3, 4, 5, 6, 8];

const PARAMETRIC_STEREO = 29;

/** Reads an AudioSpecificConfig (ISO 14496-3, section 1.6.2.1). `channels` is 0 where it does not say. */
export const readAudioConfig = (config: Buffer): { channels: number; sample_rate: number } | null => {
  let bits = 0n;
  for (const byte of config.subarray(0, 8)) bits = (bits << 8n) | BigInt(byte);
  let left = Math.min(config.length, 8) * 8;
  const take = (count: number): number => {
    left -= count;
    return left < 0 ? 0 : Number((bits >> BigInt(left)) & ((1n << BigInt(count)) - 1n));
  };
  const takeType = () => {
    const type = take(5);
    return type === 31 ? 32 + take(6) : type;
  };
  const takeRate = () => {
    const index = take(4);
    return index === 15 ? take(24) : AAC_RATES[index];
  };
  const type = takeType();
  const sample_rate = takeRate();
  const channels = AAC_CHANNELS[take(4)] ?? 0;
  if (left < 0 || !sample_rate) return null;
  return { channels: type === PARAMETRIC_STEREO ? 2 : channels, sample_rate };
};
