import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Recording, Voice } from './cast.ts';
import type { Score } from './score.ts';
import { RATE } from './utter.ts';

const run = promisify(execFile);
const ffmpeg = (args: string[]) => run('ffmpeg', ['-hide_banner', '-y', ...args], { maxBuffer: 2 ** 26 });

/** Filters for the band of a telephone, 300 to 3400 Hz, and its 8000 samples a second. */
const BAND = 'highpass=f=300,highpass=f=300,lowpass=f=3400,lowpass=f=3400,aresample=8000';
/** The made voices pulse: without this their peaks stand 25 dB above their loudness, with it 16 dB. */
const EVEN = 'acompressor=threshold=-20dB:ratio=4:attack=1:release=80';
/** The first echoes of a small room, for a voice that is far from the telephone. */
const ROOM = 'aecho=0.9:0.8:13|22|31:0.3|0.2|0.12';
/** A party's loudness in LUFS (EBU R 128): low enough that no peak is cut off. */
const LOUDNESS = { near: -20, far: -24 };
const BIT_RATE = '24k';

/** Writes what is heard of `score` over a telephone as an MP3 of `seconds`, with Debian's ffmpeg. */
export const record = async (
  { title, voices, channels }: Recording,
  score: Score,
  seconds: number,
  folder: string,
  mp3: string,
): Promise<void> => {
  const lines: string[] = [];
  for (const [speaker, voice] of Object.entries(voices)) {
    const track = join(folder, `${speaker}.raw`);
    await writeFile(track, trackOf(speaker, score, seconds));
    lines.push(await line(track, voice, seconds, lines.length));
  }
  const inputs = lines.flatMap((path) => ['-i', path]);
  const together = channels === 2 ? 'join=inputs=2' : `amix=inputs=${lines.length}:normalize=0`;
  const tags = ['-metadata', `title=${title}`, '-metadata', 'comment=A made voice. People and places are invented.'];
  await ffmpeg([...inputs, '-filter_complex', together, '-codec:a', 'libmp3lame', '-b:a', BIT_RATE, ...tags, mp3]);
};

/** All that one speaker says, and silence between. */
const trackOf = (speaker: string, { parts }: Score, seconds: number): Int16Array => {
  const track = new Int16Array(seconds * RATE);
  for (const part of parts.filter((part) => part.speaker === speaker)) {
    const from = Math.round((part.at_ms * RATE) / 1000);
    // Added, not set: the silence around one sentence may reach into the next.
    for (const [at, sample] of part.samples.subarray(0, track.length - from).entries()) {
      track[from + at] = Math.max(-32768, Math.min(32767, (track[from + at] ?? 0) + sample));
    }
  }
  return track;
};

/** One party's end of the line as a WAV file: the telephone's band, an even loudness, a little noise of its own. */
const line = async (track: string, { far }: Voice, seconds: number, seed: number): Promise<string> => {
  const input = ['-f', 's16le', '-ar', `${RATE}`, '-ac', '1', '-i', track];
  const heard = far ? `${BAND},${ROOM},${EVEN}` : `${BAND},${EVEN}`;
  const { stderr } = await ffmpeg([...input, '-af', `${heard},ebur128`, '-f', 'null', '-']);
  const measured = /Integrated loudness:\s+I:\s+(-?[\d.]+) LUFS/.exec(stderr)?.[1];
  if (!measured) throw new Error(`ffmpeg measured no loudness of ${track}`);
  const gain = LOUDNESS[far ? 'far' : 'near'] - Number(measured);
  const noise = `anoisesrc=color=pink:amplitude=0.008:sample_rate=${RATE}:seed=${seed}:duration=${seconds},${BAND}`;
  const voice = `[0]${heard},apad,atrim=end_sample=${seconds * 8000},volume=${gain.toFixed(2)}dB`;
  const mixed = `${voice}[voice];${noise}[noise];[voice][noise]amix=inputs=2:normalize=0:duration=first`;
  const path = `${track}.wav`;
  await ffmpeg([...input, '-filter_complex', mixed, path]);
  return path;
};
