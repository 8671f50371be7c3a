import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './written.ts';

/** Reason to skip what needs sox; false where it is installed. */
export const soxMissing: string | false = spawnSync('sox', ['--version']).status === 0 ? false : 'sox is not installed';

/** Recordings by sox, in a file or as a stream whose sizes it cannot fill in: a name, channels, and its options. */
const RECORDED: [name: string, channels: 1 | 2, ...options: string[]][] = [
  ['gsm.wav', 1, '-e', 'gsm-full-rate'],
  ['ima.wav', 1, '-e', 'ima-adpcm'],
  ['ima-2.wav', 2, '-e', 'ima-adpcm'],
  ['ms.wav', 2, '-e', 'ms-adpcm'],
  ['mu-law.wav', 1, '-e', 'mu-law'],
  ['a-law.wav', 2, '-e', 'a-law'],
  ['float.wav', 1, '-e', 'floating-point', '-b', '32'],
  ['wide.wav', 2, '-b', '24'],
  ['call.flac', 1],
  ['call.ogg', 2],
  ['call.mp3', 1],
];
const STREAMED = new Set(['gsm.wav', 'mu-law.wav', 'a-law.wav', 'ms.wav', 'call.flac', 'call.ogg', 'call.mp3']);

/** Two seconds of each, and the same streamed. */
export const recordBySox = async (folder: string): Promise<{ name: string; path: string; channels: 1 | 2 }[]> =>
  (
    await Promise.all(
      RECORDED.map(async ([name, channels, ...options]) => {
        const source = ['-V1', '-n', '-r', '8000', '-c', String(channels)];
        const path = join(folder, `sox-${name}`);
        const tone = ['synth', '2', 'sine', '440'];
        await run('sox', [...source, ...options, path, ...tone]);
        const file = { name: `sox ${name}`, path, channels };
        if (!STREAMED.has(name)) return [file];
        const streamed = join(folder, `sox-streamed-${name}`);
        const type = name.split('.')[1] as string;
        await writeFile(streamed, await run('sox', [...source, ...options, '-t', type, '-', ...tone]));
        return [file, { name: `sox ${name} as a stream`, path: streamed, channels }];
      }),
    )
  ).flat();
