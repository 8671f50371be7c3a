import { join } from 'node:path';
import { withFolder } from '../recordings/scratch.ts';
import { inputOf, runFfmpeg } from '../recordings/sound/ffmpeg.ts';
import { ProviderError } from './providers/provider-error.ts';
import type { Recording } from './recording.ts';

/** File ending and ffmpeg options of the format that a channel is converted to. */
export type Format = { ending: string; options: string[] };

export type Conversion = {
  /** The folder for the channels while they are worked on. */
  scratch: string;
  signal: AbortSignal;
  /** Time limit of ffmpeg, in ms. */
  limit_ms?: number;
  /** The program, where it is not `ffmpeg` in the usual folders. */
  ffmpeg?: string;
};

const LIMIT_MS = 30 * 60_000;

let found: Promise<boolean> | undefined;

/** Tells whether ffmpeg is installed here. */
export const hasFfmpeg = (): Promise<boolean> => {
  found ??= run('ffmpeg', ['-version'], AbortSignal.timeout(10_000), 10_000).then(
    () => true,
    () => false,
  );
  return found;
};

/**
 * Makes a file of each of these channels, from 0, and gives one after another to `work`; all files are gone afterwards.
 * `mixed`: one file with whatever the recording has.
 */
export const convertChannels = <T>(
  recording: Recording,
  channels: number[] | 'mixed',
  { ending, options }: Format,
  { scratch, signal, limit_ms = LIMIT_MS, ffmpeg = 'ffmpeg' }: Conversion,
  work: (path: string, channel: number) => Promise<T>,
): Promise<T[]> =>
  withFolder(scratch, async (folder) => {
    const wanted = channels === 'mixed' ? [null] : channels;
    const paths = wanted.map((channel) => join(folder, `${channel ?? 'mixed'}.${ending}`));
    const outputs = paths.flatMap((path, index) => [
      ...(wanted[index] === null ? ['-ac', '1'] : ['-af', `pan=mono|c0=c${wanted[index]}`]),
      ...options,
      `file:${path}`,
    ]);
    await recording.withFile((whole) =>
      run(ffmpeg, [...inputOf(whole, recording.file_format), ...outputs], signal, limit_ms),
    );
    const results: T[] = [];
    for (const [channel, path] of paths.entries()) results.push(await work(path, channel));
    return results;
  });

const run = async (program: string, args: string[], signal: AbortSignal, limit_ms: number): Promise<void> => {
  const ended = await runFfmpeg(program, args, { limit_ms, signal });
  if (ended !== 'done') throw new ProviderError(REASONS[ended], {}, { final: true });
};

const REASONS = { too_slow: 'ffmpeg_timeout', not_found: 'ffmpeg_missing', failed: 'recording_not_audio' } as const;
