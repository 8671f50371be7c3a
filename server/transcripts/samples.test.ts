import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { imported, refusal } from './import.fixture.ts';

const SAMPLES = new URL('../../test/samples/', import.meta.url);
const sample = (path: string): Uint8Array => readFileSync(new URL(path, SAMPLES));
const samplesIn = (...folders: string[]): string[] =>
  folders.flatMap((folder) => readdirSync(new URL(folder, SAMPLES)).map((name) => `${folder}/${name}`));

const expectedOf = (path: string) =>
  JSON.parse(Buffer.from(sample(`expected/${path.replace(/(?<!\.json)$/, '.json')}`)).toString());

const FOLDERS = readdirSync(SAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['expected', 'recordings'].includes(entry.name))
  .map(({ name }) => name);

const REFUSED: Record<string, RegExp> = {
  'assemblyai/go-sdk-deleted.json': /AssemblyAI transcript was deleted/,
  'assemblyai/go-sdk-transcript-queued.json': /AssemblyAI transcript is not ready: it is queued/,
};

for (const path of samplesIn(...FOLDERS)) {
  if (path in REFUSED) continue;
  test(`${path} gives the words that stand in it`, () => {
    const expected = expectedOf(path);
    const { transcript, report, duration, provider_metadata, names } = imported(sample(path));
    assert.deepEqual(transcript.words, expected.words);
    assert.equal(report.format, expected.format);
    assert.equal(report.words, expected.words.length);
    assert.equal(report.estimated_times, expected.estimated_times);
    assert.deepEqual(report.repaired, expected.repaired);
    assert.deepEqual(report.warnings, expected.warnings ?? []);
    assert.equal(duration, expected.duration);
    assert.deepEqual(provider_metadata, expected.provider_metadata);
    assert.deepEqual(names, expected.names);
  });
}

for (const [path, message] of Object.entries(REFUSED)) {
  test(`${path} is refused by name`, () => assert.match(refusal(sample(path)), message));
}

test('three people speak in the radio call, from the first word to the last', () => {
  const { transcript, report } = imported(sample('deepgram/dg-speakers.json'));
  assert.equal(report.speakers, 3);
  const [first, last] = [transcript.words[0], transcript.words.at(-1)];
  assert.deepEqual(first, { text: 'And,', start_ms: 3040, end_ms: 3540, confidence: 0.7863548, speaker: '0' });
  assert.deepEqual(last, { text: 'Copy.', start_ms: 162605, end_ms: 163105, confidence: 0.9375535, speaker: '1' });
});

test('a podcast names its speaker once a turn, and the whole turn is theirs', () => {
  const { transcript, names } = imported(sample('srt_vtt/podcast-namespace-example.srt'));
  assert.deepEqual(names, { Travis: 'Travis', Sarah: 'Sarah', Gilon: 'Gilon' });
  assert.equal(transcript.words.length, 2492);
  assert.ok(transcript.words.every(({ speaker }) => speaker !== undefined));
  assert.ok(transcript.words.every(({ text }) => text !== 'Travis:'));
});
