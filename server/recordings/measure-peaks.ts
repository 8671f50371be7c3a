import { type FileHandle, open } from 'node:fs/promises';
import { DECODED_RATE, decode } from './ffmpeg.ts';
import { PeakMeter, type Peaks } from './peak-meter.ts';
import { PeaksUnavailable } from './peaks-unavailable.ts';
import type { Probe } from './probe.ts';
import { decoding, SAMPLE_DECODERS, type SampleDecoder } from './sample-decoders.ts';
import { readWavLayout } from './wav.ts';

export type PeaksOptions = {
  /** How long ffmpeg may take, in ms. */
  limit_ms?: number;
  /** Ends the measuring, which then throws. */
  signal?: AbortSignal;
  /** The program, where it is not `ffmpeg` in the usual folders. */
  ffmpeg?: string;
};

const LIMIT_MS = 10 * 60_000;
const PIECE_BYTES = 256 * 1024;
const MOST_CHANNELS = 8;

/**
 * The waveform of a recording, and its length as decoded. Plain WAV is read here, all else through ffmpeg; throws
 * PeaksUnavailable where that cannot be. Its memory does not grow with the recording.
 */
export const measurePeaks = async (path: string, probed: Probe, options: PeaksOptions = {}): Promise<Peaks> => {
  const plain = probed.file_format === 'wav' ? await measureWav(path, options.signal) : null;
  return plain ?? measureDecoded(path, probed, options);
};

const measureDecoded = async (path: string, probed: Probe, options: PeaksOptions): Promise<Peaks> => {
  const channels = Math.min(probed.channels, MOST_CHANNELS);
  const meter = new PeakMeter(channels, DECODED_RATE);
  const take = decoding(SAMPLE_DECODERS['1/16'] as SampleDecoder, channels, (samples) => meter.add(samples));
  const { limit_ms = LIMIT_MS, ffmpeg: program = 'ffmpeg', signal } = options;
  const { file_format } = probed;
  for await (const piece of decode(path, { file_format, channels, limit_ms, program, signal })) take(piece);
  return heard(meter.read());
};

/** Null where the WAV is one of those that need a decoder. */
const measureWav = async (path: string, signal?: AbortSignal): Promise<Peaks | null> => {
  const file = await open(path, 'r');
  try {
    const layout = await readWavLayout(file);
    const decoder = layout && SAMPLE_DECODERS[`${layout.tag}/${layout.bits}`];
    if (!layout || !decoder || layout.rate === 0 || layout.channels < 1 || layout.channels > MOST_CHANNELS) return null;
    const meter = new PeakMeter(layout.channels, layout.rate);
    const take = decoding(decoder, layout.channels, (samples) => meter.add(samples));
    for await (const piece of piecesOf(file, layout.start, layout.end)) {
      signal?.throwIfAborted();
      take(piece);
    }
    return heard(meter.read());
  } finally {
    await file.close();
  }
};

/** Each piece is good until the next is asked for. */
async function* piecesOf(file: FileHandle, start: number, end: number): AsyncGenerator<Buffer> {
  const piece = Buffer.alloc(PIECE_BYTES);
  for (let at = start; at < end; ) {
    const { bytesRead } = await file.read(piece, 0, Math.min(PIECE_BYTES, end - at), at);
    if (bytesRead === 0) return;
    yield piece.subarray(0, bytesRead);
    at += bytesRead;
  }
}

const heard = (peaks: Peaks): Peaks => {
  if (peaks.duration_ms > 0) return peaks;
  throw new PeaksUnavailable('not_decodable');
};
