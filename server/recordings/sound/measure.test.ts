import assert from 'node:assert/strict';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { chunk, ffmpegMissing, recording, type WavFormat, wav } from '../../../test/support/recordings.ts';
import { probe } from '../probe.ts';
import { type MeasureOptions, measure as measureRecording } from './measure.ts';
import type { Peaks } from './peak-meter.ts';
import { PeaksUnavailable } from './peaks-unavailable.ts';

const folder = await mkdtemp(join(tmpdir(), 'pharos-peaks-'));
after(() => rm(folder, { recursive: true }));
const file = join(folder, 'recording');
const NOWHERE = { ffmpeg: join(folder, 'ffmpeg') };

const measure = async (path: string, options: MeasureOptions = {}) =>
  (await measureRecording(path, probe(path), options)).peaks;
const within = (value: number | undefined, low: number, high: number) =>
  assert.ok(value !== undefined && value >= low && value <= high, `${value} is not from ${low} to ${high}`);

/** Checks the voices of a sample: the left one speaks at 0.5 in the first half, the right one at 0.25 in the second. */
const assertTwoVoices = ({ channels }: Peaks) => {
  const loudest = (channel: number, from: number, to: number) => {
    const maxima = channels[channel] ?? [];
    return Math.max(...maxima.slice(from * maxima.length, to * maxima.length));
  };
  assert.equal(channels.length, 2);
  within(loudest(0, 0.1, 0.4), 0.35, 1);
  within(loudest(1, 0.1, 0.4), 0, 0.03);
  within(loudest(0, 0.65, 0.85), 0, 0.03);
  within(loudest(1, 0.65, 0.85), 0.2, 0.33);
};

for (const name of ['mu-law.wav', 'a-law.wav'])
  test(`${name} has its waveform without ffmpeg, each voice on its own`, async () => {
    const peaks = await measure(recording(name), NOWHERE);
    assertTwoVoices(peaks);
    assert.equal(peaks.duration_ms, 500);
    assert.equal(peaks.channels[0]?.length, 50);
  });

const decoded: [string, number, number][] = [
  ['adpcm.wav', 500, 510],
  ['tagged.mp3', 1000, 1160],
  ['bare-vbr.mp3', 1000, 1160],
  ['aac.m4a', 1000, 1130],
  ['adts.aac', 1000, 1160],
  ['opus.ogg', 1000, 1010],
  ['flac.flac', 500, 500],
  ['opus.webm', 1000, 1010],
  ['no-duration.webm', 1000, 1010],
];

for (const [name, shortest, longest] of decoded) {
  test(`${name} has its waveform through ffmpeg, and its length as it is heard`, { skip: ffmpegMissing }, async () => {
    const peaks = await measure(recording(name));
    assertTwoVoices(peaks);
    within(peaks.duration_ms, shortest, longest);
  });

  test(`${name} has none without ffmpeg, and that is said`, async () => {
    await assert.rejects(
      measure(recording(name), NOWHERE),
      (error) => error instanceof PeaksUnavailable && error.problem === 'no_decoder' && /ffmpeg/.test(error.message),
    );
  });
}

const ramp = [0, 0.25, -0.5, 1, -1, 0.125].flatMap((value) => [value, value / 2]);
const encodings: [string, WavFormat, number, (into: Buffer, value: number, at: number) => void][] = [
  [
    '8',
    { tag: 1, channels: 2, bits: 8 },
    1,
    (into, value, at) => into.writeUInt8(Math.min(255, 128 + value * 128), at),
  ],
  [
    '16',
    { tag: 1, channels: 2, bits: 16 },
    2,
    (into, value, at) => into.writeInt16LE(Math.min(32767, value * 32768), at),
  ],
  [
    '24',
    { tag: 1, channels: 2, bits: 24 },
    3,
    (into, value, at) => into.writeIntLE(Math.min(8388607, value * 8388608), at, 3),
  ],
  [
    '32',
    { tag: 1, channels: 2, bits: 32 },
    4,
    (into, value, at) => into.writeInt32LE(Math.min(2147483647, value * 2147483648), at),
  ],
  ['32 floating', { tag: 3, channels: 2, bits: 32 }, 4, (into, value, at) => into.writeFloatLE(value, at)],
  ['64 floating', { tag: 3, channels: 2, bits: 64 }, 8, (into, value, at) => into.writeDoubleLE(value, at)],
];

for (const [bits, format, bytes, put] of encodings) {
  for (const extensible of [false, true]) {
    test(`samples of ${bits} bits are read${extensible ? ', in an extensible header too' : ''}`, async () => {
      const samples = Buffer.alloc(ramp.length * bytes);
      for (const [index, value] of ramp.entries()) put(samples, value, index * bytes);
      // A frame a bucket: each sample is its own maximum.
      await writeFile(
        file,
        wav(samples, { ...format, rate: 100, extensible }, { before: chunk('LIST', Buffer.alloc(7)) }),
      );
      const { channels, duration_ms } = await measure(file, NOWHERE);
      assert.equal(duration_ms, 60);
      for (const [index, value] of ramp.entries())
        within(channels[index % 2]?.[Math.floor(index / 2)], Math.abs(value) - 0.009, Math.abs(value) + 0.001);
    });
  }
}

for (const size of [0, 0xffffffff, 1_000_000])
  test(`a WAV whose samples pretend to be ${size} bytes is read to its end`, async () => {
    await writeFile(file, wav(Buffer.alloc(16_000, 1), { tag: 1, channels: 1, bits: 16 }, { size }));
    assert.equal((await measure(file, NOWHERE)).duration_ms, 1000);
  });

test('what cannot be decoded has no waveform, and that is said', { skip: ffmpegMissing }, async () => {
  const flac = await readFile(recording('flac.flac'));
  await writeFile(file, Buffer.concat([flac.subarray(0, 60), Buffer.alloc(2_000, 7)]));
  const probed = probe(recording('flac.flac'));
  await assert.rejects(
    measureRecording(file, probed),
    (error) => error instanceof PeaksUnavailable && error.problem === 'not_decodable',
  );
});

test('a recording that takes too long is given up, and its ffmpeg is ended', { skip: ffmpegMissing }, async () => {
  await longAdpcm(3 * 3_600);
  await assert.rejects(
    measure(file, { deadline: Date.now() + 60 }),
    (error) => error instanceof PeaksUnavailable && error.problem === 'too_slow',
  );
  // It is killed at once; the system takes a moment to end it.
  while ((await readFile(`/proc/self/task/${process.pid}/children`, 'utf8')) !== '') await pause(5);
});

test('a playlist that calls itself a recording reaches no other file', { skip: ffmpegMissing }, async () => {
  await writeFile(file, `#EXTM3U\n#EXTINF:1,\nfile:${recording('tagged.mp3')}\n`);
  await assert.rejects(measureRecording(file, probe(recording('tagged.mp3'))), PeaksUnavailable);
});

for (const [what, skip, make] of [
  ['plain', false, (seconds: number) => longWav(seconds)],
  ['decoded', ffmpegMissing, (seconds: number) => longAdpcm(seconds)],
] as const)
  test(`three hours, ${what}, take less than 100 MB of the server's memory`, { skip }, async () => {
    await make(3 * 3_600);
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 20);
    const { duration_ms, channels } = await measure(file).finally(() => clearInterval(watch));
    within(duration_ms, 10_799_000, 10_801_000);
    within(channels[1]?.length, 2_000, 4_000);
    assert.ok(most - before < 100e6, `${Math.round((most - before) / 1e6)} MB`);
  });

/** Makes a WAV of so many seconds of one value on two channels, as a file with a hole. */
const longWav = (seconds: number) => lengthen(wav(Buffer.alloc(0), { tag: 7, channels: 2, bits: 8 }), seconds * 16_000);

/** Makes a long WAV in ADPCM, whose blocks of 1,024 bytes hold 1,012 frames. */
const longAdpcm = async (seconds: number) => {
  const sample = await readFile(recording('adpcm.wav'));
  const head = Buffer.from(sample.subarray(0, sample.indexOf('data') + 8));
  await lengthen(head, Math.ceil((seconds * 8_000) / 1_012) * 1_024);
};

const lengthen = async (head: Buffer, bytes: number) => {
  head.writeUInt32LE(bytes, head.length - 4);
  await writeFile(file, head);
  const handle = await open(file, 'r+');
  await handle.truncate(head.length + bytes).finally(() => handle.close());
};
