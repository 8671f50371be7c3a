import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Voice } from './cast.ts';
import { type Sentence, spellingOf } from './sentences.ts';

const run = promisify(execFile);
const VOICE = '/usr/share/festival/voices/us/cmu_us_slt_arctic_hts/hts/cmu_us_slt_arctic_hts.htsvoice';

/** Sample rate of hts_engine, in samples a second. */
export const RATE = 32_000;

/** A sentence as it was said. `starts` and `ends`: of each word, in ms from the start of `samples`. */
export type Utterance = Sentence & { samples: Int16Array; starts: number[]; ends: number[] };

/** Says the sentences with Debian's festival and hts_engine; `folder` is for what they write on the way. */
export const utter = async (
  sentences: Sentence[],
  voices: Record<string, Voice>,
  folder: string,
): Promise<Utterance[]> => {
  const voiceOf = ({ speaker }: Sentence): Voice => {
    const voice = voices[speaker];
    if (!voice) throw new Error(`speaker ${speaker} has no voice in cast.ts`);
    return voice;
  };
  const times = await timesOf(sentences, (sentence) => voiceOf(sentence).pace, folder);
  const utterances: Utterance[] = [];
  for (let from = 0; from < sentences.length; from += availableParallelism()) {
    const batch = sentences.slice(from, from + availableParallelism()).map(async (sentence, at) => {
      const id = from + at;
      const samples = await sound(join(folder, String(id)), voiceOf(sentence));
      return { ...sentence, ...wordTimes(sentence, times.get(id) ?? []), samples };
    });
    utterances.push(...(await Promise.all(batch)));
  }
  return utterances;
};

type Times = [start: number, end: number];

/** One run of Festival over all sentences: the times of their words, in seconds, by the number of the sentence. */
const timesOf = async (sentences: Sentence[], paceOf: (sentence: Sentence) => number, folder: string) => {
  const commands = sentences.map((sentence, id) => {
    const text = spellingOf(sentence.words).replace(/["\\]/g, '\\$&');
    return `(utter "${id}" ${paceOf(sentence)} "${text}")\n`;
  });
  const script = join(folder, 'sentences.scm');
  await writeFile(script, commands.join(''));
  const program = fileURLToPath(new URL('utter.scm', import.meta.url));
  const { stdout } = await run('festival', ['-b', program, script], { cwd: folder, maxBuffer: 2 ** 26 });
  const times = new Map<number, Times[]>();
  for (const line of stdout.split('\n').filter((line) => line.includes('\t'))) {
    const [id, , start, end] = line.split('\t');
    const said = times.get(Number(id)) ?? [];
    times.set(Number(id), [...said, [Number(start), Number(end)]]);
  }
  return times;
};

const wordTimes = ({ words }: Sentence, times: Times[]) => {
  if (times.length !== words.length) {
    throw new Error(`Festival says "${words.join(' ')}" in ${times.length} words, not ${words.length}`);
  }
  const ms = (seconds: number) => Math.round(seconds * 1000);
  return { starts: times.map(([start]) => ms(start)), ends: times.map(([, end]) => ms(end)) };
};

/** The lengths of sounds come from the same model at the same pace, so Festival's times hold for this sound. */
const sound = async (path: string, { pace, half_tones, throat }: Voice): Promise<Int16Array> => {
  const voice = ['-m', VOICE, '-r', `${pace}`, '-fm', `${half_tones}`, '-a', `${throat}`];
  // 6 dB less than the voice's own level, at which loud vowels are cut off.
  await run('hts_engine', [...voice, '-g', '-6', '-or', `${path}.raw`, `${path}.lab`]);
  const bytes = await readFile(`${path}.raw`);
  const samples = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
  const labels = (await readFile(`${path}.lab`, 'utf8')).trim().split('\n');
  const expected = Number(labels.at(-1)?.trim().split(/\s+/)[1]) / 1e7;
  if (Math.abs(samples.length / RATE - expected) > 0.001) {
    throw new Error(`${path}: ${samples.length / RATE} s of sound, but ${expected} s by Festival`);
  }
  return samples;
};
