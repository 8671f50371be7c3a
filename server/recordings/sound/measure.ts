import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ChannelContent } from '@pharos/contract/recordings.ts';
import type { Probe } from '../probe.ts';
import { FileBytes } from '../reading/file-bytes.ts';
import { isStopped, keepPace, type Pace, Stopped, TooSlow } from '../reading/pace.ts';
import { readWavLayout, type WavLayout } from '../reading/wav.ts';
import { DECODED_RATE, decode } from './decode.ts';
import { PeakMeter, type Peaks } from './peak-meter.ts';
import { PeaksUnavailable } from './peaks-unavailable.ts';
import { decoderOf, decoding, type SampleDecoder, SIXTEEN_BITS } from './sample-decoders.ts';
import { SideMeter } from './side-meter.ts';

/** A recording as it sounds, whatever its headers say. */
export type Measured = { duration_ms: number; channels: number; channel_content: ChannelContent; peaks: Peaks };

export type MeasureOptions = Pace & {
  /** The program, where it is not `ffmpeg` in the usual folders. */
  ffmpeg?: string;
};

const LIMIT_MS = 10 * 60_000;
const PIECE_BYTES = 256 * 1024;
const MOST_CHANNELS = 8;
/** Milliseconds between looks whether a decoder is still waited for. */
const LOOK_MS = 100;

/**
 * Hears a recording to its end. Plain WAV is read here, all else through ffmpeg; throws PeaksUnavailable where that
 * cannot be. Blocks its thread now and then; its memory does not grow with the recording.
 */
export const measure = async (
  path: string,
  probed: Pick<Probe, 'file_format'>,
  options: MeasureOptions = {},
): Promise<Measured> => {
  try {
    const plain = probed.file_format === 'wav' ? measureWav(path, options) : null;
    return plain ?? (await measureDecoded(path, probed, options));
  } catch (error) {
    throw error instanceof TooSlow ? new PeaksUnavailable('too_slow', error) : error;
  }
};

const measureDecoded = async (
  path: string,
  { file_format }: Pick<Probe, 'file_format'>,
  options: MeasureOptions,
): Promise<Measured> => {
  const limit_ms = Math.max(1, (options.deadline ?? Number.POSITIVE_INFINITY) - Date.now());
  const ending = new AbortController();
  const look = setInterval(() => isStopped(options) && ending.abort(new Stopped()), LOOK_MS);
  const { ffmpeg } = options;
  const wanted = { file_format, limit_ms: Math.min(limit_ms, LIMIT_MS), ffmpeg, signal: ending.signal };
  let meters: Meters | null = null;
  try {
    for await (const { channels, samples } of decode(path, wanted)) {
      if (channels > MOST_CHANNELS) throw new PeaksUnavailable('not_decodable');
      meters ??= openMeters(channels, DECODED_RATE, SIXTEEN_BITS);
      meters.take(samples);
    }
  } finally {
    clearInterval(look);
  }
  if (!meters) throw new PeaksUnavailable('not_decodable');
  return meters.read();
};

/** Null where the WAV is one of those that need a decoder. */
const measureWav = (path: string, pace: Pace): Measured | null => {
  const file = openSync(path, 'r');
  try {
    const layout = readWavLayout(new FileBytes(file, fstatSync(file).size, pace));
    const decoder = decoderOf(layout);
    if (!decoder || layout.channels > MOST_CHANNELS) return null;
    const meters = openMeters(layout.channels, layout.rate, decoder);
    for (const piece of piecesOf(file, layout)) {
      keepPace(pace);
      meters.take(piece);
    }
    return meters.read();
  } finally {
    closeSync(file);
  }
};

/** Each piece is good until the next is asked for. */
function* piecesOf(file: number, { start, end }: WavLayout): Generator<Buffer> {
  const piece = Buffer.alloc(PIECE_BYTES);
  for (let at = start; at < end; ) {
    const read = readSync(file, piece, 0, Math.min(PIECE_BYTES, end - at), at);
    if (read === 0) return;
    yield piece.subarray(0, read);
    at += read;
  }
}

type Meters = { take(samples: Buffer): void; read(): Measured };

const openMeters = (channels: number, rate: number, decoder: SampleDecoder): Meters => {
  const peaks = new PeakMeter(channels, rate);
  const sides = channels === 2 ? new SideMeter(rate) : null;
  const take = decoding(decoder, channels, (samples) => {
    peaks.add(samples);
    sides?.add(samples);
  });
  const read = () => {
    const drawn = peaks.read();
    if (drawn.duration_ms === 0) throw new PeaksUnavailable('not_decodable');
    return { duration_ms: drawn.duration_ms, channels, channel_content: sides?.read() ?? 'mixed', peaks: drawn };
  };
  return { take, read };
};
