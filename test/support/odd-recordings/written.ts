import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Runs a program to its end, with nothing on its standard input; returns what it writes. */
export const run = async (program: string, args: string[]): Promise<Buffer> => {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, said]: Buffer[][] = [[], []];
  child.stdout.on('data', (piece) => out?.push(piece));
  child.stderr.on('data', (piece) => said?.push(piece));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${program} ${args.join(' ')}: ${Buffer.concat(said ?? [])}`);
  return Buffer.concat(out ?? []);
};

/** Two seconds: one voice, or two of which each speaks on a channel of its own. */
const SOURCES = {
  1: 'sine=frequency=440:duration=2',
  2: 'aevalsrc=sin(440*2*PI*t)*0.5*lt(t\\,1.2)|sin(660*2*PI*t)*0.3*gt(t\\,0.9):d=2',
} as const;
type Channels = keyof typeof SOURCES;

/** Recording for ffmpeg to write: the name of the file, channels, samples a second, and its options. */
type Written = [name: string, channels: Channels, rate: number, ...options: string[]];

const wavOf = (codec: string, channels: Channels[] = [1, 2], rate = 8000, ...options: string[]): Written[] =>
  channels.map((count) => [`${codec}-${count}.wav`, count, rate, '-c:a', codec, ...options]);

const each = (ending: string, rates: number[], ...options: string[]): Written[] =>
  rates.flatMap((rate) =>
    ([1, 2] as Channels[]).map((count): Written => [`${rate}-${count}.${ending}`, count, rate, ...options]),
  );

export const WRITTEN: Written[] = [
  ...['pcm_u8', 'pcm_s16le', 'pcm_s24le', 'pcm_s32le', 'pcm_f32le', 'pcm_f64le', 'pcm_alaw', 'pcm_mulaw'].flatMap(
    (codec) => wavOf(codec),
  ),
  ...wavOf('adpcm_ms'),
  ...wavOf('adpcm_ima_wav'),
  ...wavOf('adpcm_yamaha'),
  ...wavOf('libgsm_ms', [1]),
  ...wavOf('g722', [1], 16000),
  ...wavOf('g726', [1]),
  ...wavOf('g723_1', [1], 8000, '-b:a', '6300'),
  ...wavOf('libmp3lame', [1, 2], 16000),
  ['rf64.wav', 1, 8000, '-rf64', 'always'],
  ...each('mp3', [8000, 16000, 44100], '-q:a', '6'),
  ['bare.mp3', 1, 44100, '-b:a', '64k', '-write_xing', '0'],
  ['bare-8000.mp3', 2, 8000, '-b:a', '32k', '-write_xing', '0'],
  ['tagged.mp3', 1, 16000, '-id3v2_version', '4', '-write_id3v1', '1', '-metadata', 'title=Call'],
  ...each('aac', [8000, 16000, 44100]),
  ...each('m4a', [8000, 16000, 44100]),
  ['front.m4a', 1, 16000, '-movflags', '+faststart'],
  ['fragments.m4a', 1, 16000, '-f', 'mp4', '-movflags', 'frag_keyframe+empty_moov', '-frag_duration', '300000'],
  ...each('alac.m4a', [8000, 44100], '-c:a', 'alac'),
  ...each('mov', [8000, 44100], '-c:a', 'aac'),
  ['memo.qta', 1, 44100, '-c:a', 'aac', '-f', 'mov'],
  ['pcm.mov', 1, 8000, '-c:a', 'pcm_s16le'],
  ['pcm-2.mov', 2, 44100, '-c:a', 'pcm_s16be'],
  ['mulaw.mov', 1, 8000, '-c:a', 'pcm_mulaw'],
  ['ima.mov', 1, 8000, '-c:a', 'adpcm_ima_qt'],
  ...each('3gp', [8000, 16000], '-c:a', 'aac'),
  ['mp3-1.mp4', 1, 16000, '-c:a', 'libmp3lame'],
  ['mp3-2.mp4', 2, 44100, '-c:a', 'libmp3lame'],
  ...each('opus.ogg', [8000, 48000], '-c:a', 'libopus'),
  ...each('vorbis.ogg', [8000, 44100], '-c:a', 'libvorbis'),
  ...each('flac.ogg', [8000], '-c:a', 'flac'),
  ...each('flac', [8000, 44100]),
  ...each('opus.webm', [8000, 48000], '-c:a', 'libopus'),
  ...each('vorbis.webm', [8000, 44100], '-c:a', 'libvorbis'),
  ['live.webm', 1, 48000, '-c:a', 'libopus', '-live', '1'],
];

/** Writes all of them in a folder, by few runs of ffmpeg: starting one takes longer than its work. */
export const writeRecordings = async (folder: string): Promise<void> => {
  const half = Math.ceil(WRITTEN.length / 2);
  await Promise.all(
    [WRITTEN.slice(0, half), WRITTEN.slice(half)].map((some) => {
      const inputs = Object.values(SOURCES).flatMap((source) => ['-f', 'lavfi', '-i', source]);
      const outputs = some.flatMap(([name, channels, rate, ...options]) => [
        ...['-map', `${channels - 1}:a`, '-ar', String(rate), ...options],
        ...['-strict', '-2', join(folder, name)],
      ]);
      return run('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...inputs, ...outputs]);
    }),
  );
};

/** The lengths of recordings in ms, as ffmpeg decodes all of each; by few runs of it. */
export const decodedMs = async (paths: string[]): Promise<number[]> => {
  const half = Math.ceil(paths.length / 2);
  const decoded = async (some: string[]) => {
    const inputs = some.flatMap((path) => ['-i', path]);
    const outputs = some.flatMap((path, index) => [
      ...['-map', `${index}:a:0`, '-ac', '1', '-ar', '8000'],
      ...['-f', 's16le', `${path}.raw`],
    ]);
    await run('ffmpeg', ['-nostdin', '-v', 'quiet', '-y', ...inputs, ...outputs]);
    return Promise.all(some.map(async (path) => (await stat(`${path}.raw`)).size / 16));
  };
  return (await Promise.all([decoded(paths.slice(0, half)), decoded(paths.slice(half))])).flat();
};
