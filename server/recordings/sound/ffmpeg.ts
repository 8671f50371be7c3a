import { type ChildProcess, spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import type { FileFormat } from '../reading/formats.ts';

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

/** First arguments of ffmpeg: to read this one file, in its own format, and never to prompt. */
export const inputOf = (path: string, file_format: FileFormat): string[] => inputsOf([{ path, file_format }]);

/** First arguments of ffmpeg for several files. */
export const inputsOf = (files: readonly { path: string; file_format: FileFormat }[]): string[] => [
  ...['-nostdin', '-hide_banner', '-v', 'fatal', '-threads', '1'],
  ...files.flatMap(({ path, file_format }) => [
    ...['-protocol_whitelist', 'file,pipe', '-f', READERS[file_format], '-i', `file:${path}`],
  ]),
];

/** KiB of memory: ten times what sound takes. */
const MEMORY_KIB = 1024 * 1024;
/** The status of a shell that does not find a program. */
export const NOT_FOUND = 127;

type Started = { stdout: 'pipe' | 'ignore'; limit_ms: number; signal?: AbortSignal };

/**
 * Starts ffmpeg behind everybody else, without the server's environment, which holds secrets. The system itself ends
 * it beyond a GiB of memory or the given time of work, also where the server has been killed. `signal` ends it at once.
 */
export const spawnFfmpeg = (program: string, args: string[], { stdout, limit_ms, signal }: Started): ChildProcess => {
  const limits = `ulimit -v ${MEMORY_KIB} 2>/dev/null; ulimit -t ${Math.ceil(limit_ms / 1000) + 1}; exec "$0" "$@"`;
  const child = spawn('/bin/sh', ['-c', limits, program, ...args], {
    stdio: ['ignore', stdout, 'ignore'],
    env: ENVIRONMENT,
    signal,
    killSignal: 'SIGKILL',
  });
  if (child.pid !== undefined) yieldToOthers(child.pid);
  return child;
};

export type Ended = 'done' | 'failed' | 'not_found' | 'too_slow';

/** Runs ffmpeg, which writes into a file, to its end. Throws the signal's reason where that ends it. */
export const runFfmpeg = async (
  program: string,
  args: string[],
  { limit_ms, signal }: { limit_ms: number; signal: AbortSignal },
): Promise<Ended> => {
  signal.throwIfAborted();
  const limit = AbortSignal.timeout(limit_ms);
  const either = AbortSignal.any([signal, limit]);
  const child = spawnFfmpeg(program, args, { stdout: 'ignore', limit_ms, signal: either });
  child.on('error', () => {});
  // Not before it has ended: until then it may write.
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  signal.throwIfAborted();
  if (limit.aborted) return 'too_slow';
  if (code === NOT_FOUND) return 'not_found';
  return code === 0 ? 'done' : 'failed';
};

// What people wait for goes first; one that has ended already needs nothing.
const yieldToOthers = (pid: number): void => {
  try {
    setPriority(pid, 10);
  } catch {}
};

const ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin' };
