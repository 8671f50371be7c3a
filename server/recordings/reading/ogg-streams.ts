import { readStreamInfo } from './flac.ts';
import { OPUS_RATE, readOpusHead } from './opus.ts';
import type { Codec } from './sound.ts';

/** A stream of sound in Ogg, by its first packet. */
export type OggStream = {
  codec: Codec;
  channels: number;
  sample_rate: number;
  /** Positions a second. */
  clock: number;
  /** Positions at the beginning that are not heard. */
  skipped: number;
  /** Positions that a packet lasts at most; null where it says so itself. */
  longest: number | null;
};

/** The stream that begins with a packet: `null` where it is no sound, or none that is known. */
export const readOggStream = (packet: Buffer): OggStream | null => {
  const opus = readOpusHead(packet);
  if (opus) return { codec: 'opus', clock: OPUS_RATE, longest: null, ...opus };
  const begins = (text: string) => packet.toString('latin1', 0, text.length) === text;
  if (begins('\x01vorbis') && packet.length >= 29) {
    const longest = 2 ** ((packet[28] as number) >> 4) / 2;
    return { codec: 'vorbis', channels: packet[11] as number, ...ofRate(packet.readUInt32LE(12)), longest };
  }
  if (begins('Speex   ') && packet.length >= 68) {
    const longest = packet.readUInt32LE(56) * packet.readUInt32LE(64);
    return { codec: 'speex', channels: packet.readUInt32LE(48), ...ofRate(packet.readUInt32LE(36)), longest };
  }
  if (begins('\x7fFLAC') && packet.length >= 51) {
    const { rate, channels, block } = readStreamInfo(packet.subarray(17, 51));
    return { codec: 'flac', channels, ...ofRate(rate), longest: block };
  }
  return null;
};

const ofRate = (rate: number) => ({ sample_rate: rate, clock: rate, skipped: 0 });

export const isOggVideo = (packet: Buffer): boolean =>
  /^(\x80theora|BBCD\0|\x80daala|OVP80)/.test(packet.toString('latin1', 0, 8));
