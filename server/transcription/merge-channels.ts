/**
 * The `verbose_json` results of single channels as one file. Each keeps its own words and text, which says how they are
 * spelled.
 */
export const mergeChannels = (channels: readonly Record<string, unknown>[]): Uint8Array => {
  const durations = channels.map(({ duration }) => Number(duration)).filter(Number.isFinite);
  const duration = durations.length > 0 ? { duration: Math.max(...durations) } : {};
  return Buffer.from(JSON.stringify({ ...duration, channels }));
};
