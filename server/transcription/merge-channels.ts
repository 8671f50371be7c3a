type Word = { start?: unknown };

/** The `verbose_json` results of single channels as one, each word with its channel; what each was is kept beside. */
export const mergeChannels = (channels: Record<string, unknown>[]): Uint8Array => {
  const words = channels.flatMap(({ words }, channel) =>
    (Array.isArray(words) ? words : []).map((word: Word) => ({ ...word, speaker: `ch_${channel}` })),
  );
  const start = (word: Word) => (typeof word.start === 'number' ? word.start : 0);
  const text = channels.map(({ text }) => (typeof text === 'string' ? text : '')).join('\n');
  const durations = channels.map(({ duration }) => Number(duration)).filter(Number.isFinite);
  const duration = durations.length > 0 ? { duration: Math.max(...durations) } : {};
  const result = { text, ...duration, words: words.sort((one, other) => start(one) - start(other)), channels };
  return Buffer.from(JSON.stringify(result));
};
