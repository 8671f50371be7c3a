import type { RawWord, Track } from './words.ts';

/** A word and the provider's own number or name of its channel, where there is one. */
export type ChannelWord = RawWord & { channel: string | undefined };

/**
 * Speaker id within a channel, since providers count speakers from the start in each; without diarization the channel
 * is the speaker.
 */
export const speakerInChannel = (speaker: string | undefined, channel: string): string =>
  speaker === undefined ? `ch_${channel}` : `${channel}:${speaker}`;

/** Words by channel. Where there are several channels, they distinguish the speakers. */
export const tracksByChannel = (words: readonly ChannelWord[]): Track[] => {
  const tracks = new Map<string | undefined, RawWord[]>();
  const isOneOfMany = new Set(words.map(({ channel }) => channel)).size > 1;
  for (const { channel, speaker, ...word } of words) {
    const inTrack = isOneOfMany && channel !== undefined ? speakerInChannel(speaker, channel) : speaker;
    const track = tracks.get(channel);
    if (track) track.push({ ...word, speaker: inTrack });
    else tracks.set(channel, [{ ...word, speaker: inTrack }]);
  }
  return [...tracks].map(([channel, list]) =>
    channel === undefined || !isOneOfMany ? { words: list } : { words: list, channel },
  );
};
