import { once } from 'node:events';
import type { FileFormat } from '../reading/formats.ts';
import { inputOf, NOT_FOUND, spawnFfmpeg } from './ffmpeg.ts';
import { PeaksUnavailable } from './peaks-unavailable.ts';

/** Samples a second in which a recording is measured: a telephone's. */
export const DECODED_RATE = 8_000;

export type DecodeOptions = {
  file_format: FileFormat;
  limit_ms: number;
  /** The program, where it is not `ffmpeg` in the usual folders. */
  ffmpeg?: string;
  signal?: AbortSignal;
};

/** Sound as ffmpeg decodes it: channels, as the decoder found them, and samples of 16 bits each. */
export type Decoded = { channels: number; samples: Buffer };

/** Decodes a recording piece by piece; a reader that stops early ends the decoder. */
export async function* decode(path: string, options: DecodeOptions): AsyncGenerator<Decoded> {
  const { file_format, limit_ms, ffmpeg = 'ffmpeg', signal } = options;
  const output = ['-map', '0:a:0', '-c:a', 'pcm_s16le', '-ar', String(DECODED_RATE), '-f', 'wav'];
  const args = [...inputOf(path, file_format), ...output, '-fflags', '+bitexact', '-flags:a', '+bitexact', 'pipe:1'];
  const limit = AbortSignal.timeout(limit_ms);
  const either = signal ? AbortSignal.any([signal, limit]) : limit;
  const child = spawnFfmpeg(ffmpeg, args, { stdout: 'pipe', limit_ms, signal: either });
  const ended = once(child, 'close').catch(() => [null]);
  try {
    let channels = 0;
    for await (const piece of child.stdout as AsyncIterable<Buffer>) {
      const head = channels === 0 ? readHead(piece) : null;
      if (head) channels = head.channels;
      yield { channels, samples: head ? piece.subarray(head.bytes) : piece };
    }
    const [code] = await ended;
    signal?.throwIfAborted();
    if (limit.aborted) throw new PeaksUnavailable('too_slow');
    if (code === NOT_FOUND) throw new PeaksUnavailable('no_decoder');
    if (code !== 0) throw new PeaksUnavailable('not_decodable');
  } finally {
    child.kill('SIGKILL');
  }
}

/** The header of the WAV that ffmpeg writes; it comes in one piece. */
const readHead = (piece: Buffer): { channels: number; bytes: number } => {
  const data = piece.indexOf('data');
  if (data < 36) throw new PeaksUnavailable('not_decodable');
  return { channels: piece.readUInt16LE(22), bytes: data + 8 };
};
