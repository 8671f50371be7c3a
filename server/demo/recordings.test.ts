import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { suite, test } from 'node:test';
import type { Word } from '@pharos/contract/transcripts.ts';
import { turnsOf } from './dialogue.ts';
import { type DemoCall, durationOf, home, transcriptOf } from './home.ts';
import { findRecording, findSize } from './recordings.ts';

const SAMPLES_A_SECOND = 8000;
const recorded = home.calls.filter((call) => call.recording !== null);
const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const ffmpeg = spawnSync('ffmpeg', ['-version']).status === 0;
const skip = ffmpeg ? false : 'ffmpeg is not installed: the sound itself was not looked at';

/** The samples of each channel, from -1 to 1. */
const decode = (path: string, channels: number): Float32Array[] => {
  const options = ['-v', 'error', '-i', path, '-f', 'f32le', '-'];
  const bytes = new Uint8Array(execFileSync('ffmpeg', options, { maxBuffer: 2 ** 26 }));
  const all = new Float32Array(bytes.buffer, 0, bytes.length / 4);
  return Array.from({ length: channels }, (_, channel) => all.filter((_, at) => at % channels === channel));
};

/** The bits of the first frame's header that say mono (ISO 11172-3, 2.4.2.3), after the ID3v2 tag. */
const channelsOf = (path: string): number => {
  const bytes = readFileSync(path);
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(6, 10);
  const frame = bytes.subarray(10 + (a << 21) + (b << 14) + (c << 7) + d);
  assert.equal(frame.readUInt16BE() >> 5, 0x7ff, 'an MPEG frame follows the tag');
  return (frame[3] ?? 0) >> 6 === 3 ? 1 : 2;
};

/** Loudness from `start_ms` to `end_ms`, in dB below full scale. */
const level = (samples: Float32Array, start_ms: number, end_ms: number): number => {
  const heard = samples.subarray((start_ms * SAMPLES_A_SECOND) / 1000, (end_ms * SAMPLES_A_SECOND) / 1000);
  return 10 * Math.log10(heard.reduce((sum, sample) => sum + sample * sample, 0) / heard.length);
};

const pairs = (words: Word[]): [Word, Word][] => words.slice(1).map((word, at) => [words[at] as Word, word]);
const overlap = (first: Word, second: Word): number => first.end_ms - second.start_ms;

suite('the recordings of the demo', () => {
  test('are three, of several voices in one channel, of one party a channel, and of one voice', () => {
    const shapes = recorded.map((call) => {
      const voices = new Set(transcriptOf(call).words.map((word) => word.speaker)).size;
      return [channelsOf(findRecording(call) ?? ''), voices];
    });
    assert.deepEqual(shapes, [
      [1, 3],
      [2, 2],
      [1, 1],
    ]);
  });

  test('have no file that no call names', () => {
    const named = recorded.flatMap(({ recording }) => [`${recording}.json`, `${recording}.mp3`]);
    assert.deepEqual(readdirSync(new URL('recordings/', import.meta.url)).sort(), named.sort());
  });

  test('are not invented for the other calls', () => {
    for (const call of home.calls.filter((call) => !recorded.includes(call))) {
      assert.equal(findRecording(call), null);
      assert.equal(findSize(call), null);
    }
  });
});

const suiteOf = (call: DemoCall) => {
  const { words, source } = transcriptOf(call);
  const path = findRecording(call) ?? '';

  test('says the words of its dialogue, in order (else: node scripts/speak-demo/speak-demo.ts)', () => {
    const said = turnsOf(read(call.dialogue)).flatMap(({ speaker, words }) => words.map((text) => ({ speaker, text })));
    assert.deepEqual(
      words.map(({ speaker, text }) => ({ speaker, text })),
      said,
    );
    assert.equal(source, call.source);
  });

  test('is an MP3 of at most 600 KB, named as one', () => {
    assert.ok(basename(path).endsWith(`.${call.file_format}`) && call.file_name.endsWith(`.${call.file_format}`));
    assert.ok((findSize(call) ?? 0) <= 600_000);
  });

  test('has words that begin one after the other, and overlap only where a sentence is broken off', () => {
    for (const [first, second] of pairs(words)) {
      assert.ok(first.start_ms < second.start_ms, `${first.text} ${second.text} at ${second.start_ms} ms`);
      const cutIn = first.text.endsWith('—') && first.speaker !== second.speaker;
      assert.equal(overlap(first, second) > 0, cutIn, `${first.text} ${second.text} at ${second.start_ms} ms`);
      assert.ok(overlap(first, second) <= 300);
    }
  });

  test('lasts exactly as long as the call says, and every word lies inside it', { skip }, () => {
    const samples = decode(path, channelsOf(path))[0]?.length ?? 0;
    assert.equal(samples / SAMPLES_A_SECOND, durationOf({ source, words }));
    for (const { start_ms, end_ms } of words) {
      assert.ok(start_ms >= 0 && (end_ms * SAMPLES_A_SECOND) / 1000 <= samples);
    }
  });

  test('is heard during every word, and only the line is heard between them', { skip }, () => {
    const channels = decode(path, channelsOf(path));
    const loudest = (from: number, to: number) => Math.max(...channels.map((samples) => level(samples, from, to)));
    for (const { text, start_ms, end_ms } of words) {
      const heard = loudest(start_ms, end_ms);
      assert.ok(heard > -45 && heard < -6, `"${text}" at ${start_ms} ms: ${heard} dB`);
    }
    // A voice fades for some hundredths of a second.
    const pauses = pairs(words).filter(([first, second]) => overlap(first, second) <= -200);
    assert.ok(pauses.length > words.length / 20);
    for (const [{ text, end_ms }, { start_ms }] of pauses) {
      const heard = loudest(end_ms + 60, start_ms - 60);
      assert.ok(heard > -75 && heard < -50, `after "${text}" at ${end_ms} ms: ${heard} dB`);
    }
    for (const samples of channels)
      assert.ok(
        samples.every((sample) => Math.abs(sample) < 1),
        'a peak is cut off',
      );
  });

  if (channelsOf(path) === 1) return;
  test('has each party in a channel of its own', { skip }, () => {
    const channels = decode(path, 2);
    const parties = [...new Set(words.map((word) => word.speaker))];
    const alone = words.filter(
      (word) =>
        !words.some((other) => other.speaker !== word.speaker && overlap(word, other) > 0 && overlap(other, word) > 0),
    );
    assert.ok(alone.length > words.length * 0.9);
    for (const { speaker, text, start_ms, end_ms } of alone) {
      const levels = channels.map((samples) => level(samples, start_ms, end_ms));
      const [own = 0, others = 0] = speaker === parties[0] ? levels : levels.reverse();
      assert.ok(own - others > 12, `"${text}" at ${start_ms} ms: ${own} dB, and ${others} dB in the other channel`);
    }
  });
};

for (const call of recorded) suite(call.file_name, () => suiteOf(call));
