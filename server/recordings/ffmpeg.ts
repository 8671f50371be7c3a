import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import type { FileFormat } from './formats.ts';
import { PeaksUnavailable } from './peaks-unavailable.ts';

/** Samples a second in which a waveform is measured: a telephone's. */
export const DECODED_RATE = 8_000;

export type DecodeOptions = {
  file_format: FileFormat;
  channels: number;
  limit_ms: number;
  program: string;
  signal?: AbortSignal;
};

/** The reader that ffmpeg is to use, so that no file can choose one for itself, such as a playlist. */
const READERS: Record<FileFormat, string> = {
  wav: 'wav',
  mp3: 'mp3',
  m4a: 'mov',
  aac: 'aac',
  ogg: 'ogg',
  flac: 'flac',
  webm: 'matroska',
};

/** What ffmpeg is told before anything else: to read this one file, in its own format, and to ask nobody anything. */
export const inputOf = (path: string, file_format: FileFormat): string[] => {
  const reader = ['-protocol_whitelist', 'file,pipe', '-f', READERS[file_format]];
  return ['-nostdin', '-hide_banner', '-v', 'fatal', '-threads', '1', ...reader, '-i', `file:${path}`];
};

/** The samples of a recording, 16 bits each, as ffmpeg decodes them; whoever stops reading ends it. */
export async function* decode(path: string, options: DecodeOptions): AsyncGenerator<Buffer> {
  const output = ['-map', '0:a:0', '-f', 's16le', '-ac', String(options.channels), '-ar', String(DECODED_RATE)];
  const args = [...inputOf(path, options.file_format), ...output, 'pipe:1'];
  const child = spawn(options.program, args, { stdio: ['ignore', 'pipe', 'ignore'], env: ENVIRONMENT });
  const ended = once(child, 'close').catch((error: NodeJS.ErrnoException) => {
    throw new PeaksUnavailable(error.code === 'ENOENT' ? 'no_decoder' : 'not_decodable', error);
  });
  ended.catch(() => {});
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, options.limit_ms);
  const end = () => child.kill('SIGKILL');
  options.signal?.addEventListener('abort', end);
  try {
    if (child.pid !== undefined) yieldToOthers(child.pid);
    yield* child.stdout;
    const [code] = await ended;
    options.signal?.throwIfAborted();
    if (late) throw new PeaksUnavailable('too_slow');
    if (code !== 0) throw new PeaksUnavailable('not_decodable');
  } finally {
    clearTimeout(limit);
    options.signal?.removeEventListener('abort', end);
    end();
  }
}

// What people wait for goes first; one that has ended already needs nothing.
const yieldToOthers = (pid: number): void => {
  try {
    setPriority(pid, 10);
  } catch {}
};

/** Nothing of the server's own environment, which holds secrets. */
export const ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin' };
