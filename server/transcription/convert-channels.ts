import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Recording } from './recording.ts';
import { Trouble } from './trouble.ts';

/** What ffmpeg is to make of a channel. */
export type Format = { ending: string; options: string[] };

let found: Promise<boolean> | undefined;

/** Whether ffmpeg is installed here. */
export const hasFfmpeg = (): Promise<boolean> => {
  found ??= run(['-version'], AbortSignal.timeout(10_000)).then(
    () => true,
    () => false,
  );
  return found;
};

/**
 * Makes a file of each channel and gives one after another to `work`; all files are gone afterwards. With one channel,
 * whatever the recording has is mixed into it.
 */
export const convertChannels = async <T>(
  recording: Recording,
  channels: 1 | 2,
  { ending, options }: Format,
  signal: AbortSignal,
  work: (path: string, channel: number) => Promise<T>,
): Promise<T[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'pharos-channels-'));
  try {
    const whole = join(folder, 'whole');
    await pipeline(await recording.open(), createWriteStream(whole), { signal });
    const paths = Array.from({ length: channels }, (_, channel) => join(folder, `${channel}.${ending}`));
    const outputs = paths.flatMap((path, channel) => [
      ...(channels === 1 ? ['-ac', '1'] : ['-af', `pan=mono|c0=c${channel}`]),
      ...options,
      path,
    ]);
    await run(['-v', 'error', '-nostdin', '-i', whole, ...outputs], signal);
    const results: T[] = [];
    for (const [channel, path] of paths.entries()) results.push(await work(path, channel));
    return results;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const run = async (args: string[], signal: AbortSignal): Promise<void> => {
  const child = spawn('ffmpeg', args, { stdio: 'ignore', signal });
  const [code] = await once(child, 'close').catch((error) => {
    throw signal.aborted ? signal.reason : error;
  });
  if (code !== 0) throw new Trouble('The recording cannot be read as sound', { final: true });
};
