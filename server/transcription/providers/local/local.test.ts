import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { recordingOf, scratch } from '../../../../test/support/transcribing.ts';
import { importTranscript } from '../../../transcripts/import.ts';
import { hasFfmpeg } from '../../convert-channels.ts';
import { hasLocalSpeech, openLocal } from './local.ts';
import { piecesOf, quietestIn, SAMPLES_A_SECOND } from './pieces.ts';

const RECORDINGS = new URL('../../../demo/recordings/', import.meta.url);
const folder = process.env.SPEECH ?? 'data/speech';
const isThere = hasLocalSpeech(folder) && (await hasFfmpeg());
const skip = isThere ? false : `there is no engine in ${folder}: "npm run add-speech" adds one, and it needs ffmpeg`;

const folded = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, '');

test('the engine of this machine hears a made voicemail, with the time of every word', { skip }, async (t) => {
  const bytes = await readFile(new URL('voicemail-lindqvist.mp3', RECORDINGS));
  const truth = JSON.parse(await readFile(new URL('voicemail-lindqvist.json', RECORDINGS), 'utf8')).words;
  const recording = await recordingOf({ bytes, content_type: 'audio/mpeg', file_format: 'mp3' });
  const wish = { signal: AbortSignal.timeout(600_000), attempt: 1, callback: null };
  const reached = await openLocal(folder, await scratch()).begin(recording, wish);
  assert.ok('result' in reached);
  const { transcript } = importTranscript(reached.result);
  assert.equal(transcript.source, 'whisper');
  const heard = truth.filter((word: { text: string; start_ms: number }) =>
    transcript.words.some(
      ({ text, start_ms }) => folded(text) === folded(word.text) && Math.abs(start_ms - word.start_ms) < 500,
    ),
  );
  t.diagnostic(`${heard.length} of ${truth.length} words were heard in their place`);
  assert.ok(heard.length > 0.6 * truth.length, `${heard.length} of ${truth.length}`);
});

test('sound is cut where it is quiet, without losing any', async () => {
  const seconds = 70;
  const isQuiet = (second: number) => second % 10 >= 9.5;
  const sound = Buffer.alloc(seconds * SAMPLES_A_SECOND * 2);
  for (let index = 0; index < seconds * SAMPLES_A_SECOND; index++) {
    const loud = isQuiet(index / SAMPLES_A_SECOND) ? 0 : Math.round(9_000 * Math.sin(index / 10));
    sound.writeInt16LE(loud, 2 * index);
  }
  const own = await mkdtemp(join(tmpdir(), 'pharos-pieces-'));
  after(() => rm(own, { recursive: true }));
  const path = join(own, 'sound.raw');
  await writeFile(path, sound);
  const ends: number[] = [];
  for await (const { from_seconds, samples } of piecesOf(path)) {
    assert.equal(from_seconds, ends.at(-1) ?? 0);
    assert.ok(samples.length <= 28 * SAMPLES_A_SECOND);
    ends.push(from_seconds + samples.length / SAMPLES_A_SECOND);
  }
  assert.equal(ends.at(-1), seconds);
  assert.ok(ends.length >= 3);
  for (const end of ends.slice(0, -1)) assert.ok(isQuiet(end), `cut at ${end} s`);
});

test('where nothing is quieter than the rest, a piece ends all the same', () => {
  const samples = new Float32Array(20 * SAMPLES_A_SECOND).fill(0.5);
  const cut = quietestIn(samples, 8 * SAMPLES_A_SECOND);
  assert.ok(cut > 8 * SAMPLES_A_SECOND && cut <= samples.length);
});
