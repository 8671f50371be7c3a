import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { recording } from '../../test/support/recordings.ts';
import { probe } from './probe.ts';
import { NotARecording, type Objection } from './reading/not-a-recording.ts';

const folder = await mkdtemp(join(tmpdir(), 'pharos-probe-'));
after(() => rm(folder, { recursive: true }));

/** The bytes under a name that says nothing, or something wrong. */
const fileWith = async (bytes: Uint8Array | string, name = 'x') => {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
};
const refuses = (path: string, objection: Objection) =>
  assert.rejects(
    async () => probe(path),
    (error) => error instanceof NotARecording && error.objection === objection,
  );

// Lengths as the frames add up to: coders fill the last one up, and some say how far.
const expected: [string, string, string, number | null][] = [
  ['mu-law.wav', 'wav', 'audio/wav', 500],
  ['a-law.wav', 'wav', 'audio/wav', 500],
  ['adpcm.wav', 'wav', 'audio/wav', 506],
  ['tagged.mp3', 'mp3', 'audio/mpeg', 1000],
  ['bare-vbr.mp3', 'mp3', 'audio/mpeg', 1152],
  ['aac.m4a', 'm4a', 'audio/mp4', 1000],
  ['adts.aac', 'aac', 'audio/aac', 1152],
  ['opus.ogg', 'ogg', 'audio/ogg', 1000],
  ['flac.flac', 'flac', 'audio/flac', 500],
  ['opus.webm', 'webm', 'audio/webm', 1014],
  ['no-duration.webm', 'webm', 'audio/webm', 1014],
];

for (const [name, file_format, content_type, duration_ms] of expected) {
  test(`${name} is recognised by its bytes, whatever it is called`, async () => {
    for (const called of ['x', 'letter.pdf', 'x.mp3', 'x.wav']) {
      const path = join(folder, called);
      await copyFile(recording(name), path);
      const { codec, ...found } = probe(path);
      assert.deepEqual(found, { file_format, content_type, duration_ms, channels: 2, sample_rate: 8000 });
    }
  });
}

test('a film is refused even where its sound could be taken', () => refuses(recording('video.webm'), 'has_video'));

test('an empty file and one with no sound are refused as empty', async () => {
  await refuses(await fileWith(''), 'empty');
  const wav = await readFile(recording('mu-law.wav'));
  await refuses(await fileWith(wav.subarray(0, 58)), 'empty');
});

test('what begins like a recording and goes on as something else is refused as damaged', async () => {
  for (const name of ['aac.m4a', 'tagged.mp3', 'adts.aac', 'opus.ogg', 'opus.webm', 'mu-law.wav']) {
    const bytes = await readFile(recording(name));
    const path = await fileWith(Buffer.concat([bytes.subarray(0, 12), Buffer.alloc(3_000, 'lorem ipsum ')]));
    assert.throws(() => probe(path), NotARecording, name);
  }
});

test('a recording that was cut off is what is left of it', async () => {
  const path = join(folder, 'cut');
  await copyFile(recording('mu-law.wav'), path);
  await truncate(path, 4_058);
  const { duration_ms } = probe(path);
  assert.equal(duration_ms, 250);
});

const others: [string | Uint8Array, Objection, RegExp][] = [
  ['%PDF-1.7\n', 'not_audio', /PDF/],
  ['PK\x03\x04 word/document.xml', 'not_audio', /ZIP/],
  ['{"results": {}}', 'not_audio', /JSON/],
  ['[{"text": "hello"}]', 'not_audio', /JSON/],
  ['<!DOCTYPE html><html>', 'not_audio', /web page/],
  ['WEBVTT\n\n00:01.000 --> 00:02.000\nHello', 'not_audio', /subtitle/],
  ['1\r\n00:00:01,000 --> 00:00:02,000\r\nHello', 'not_audio', /subtitle/],
  ['#EXTM3U\nfile:///etc/passwd\n', 'not_audio', /can read/],
  ['ffconcat version 1.0\nfile /etc/passwd\n', 'not_audio', /can read/],
  ['Just a letter to the family.', 'not_audio', /can read/],
  [Buffer.from([0xff, 0xfe, 0x48, 0x00, 0x69, 0x00]), 'unsupported_format', /MPEG/],
  [Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'not_audio', /picture/],
  [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'not_audio', /picture/],
  ['\0\0\0\x18ftypheic\0\0\0\0', 'not_audio', /picture/],
  ['RIFF\x10\0\0\0AVI LIST', 'not_audio', /video/],
  ['#!AMR\n', 'unsupported_format', /AMR/],
  ['FORM\0\0\0\x10AIFFCOMM', 'unsupported_format', /AIFF/],
  ['.snd\0\0\0\x18', 'unsupported_format', /AU/],
  [Buffer.alloc(5_000), 'not_audio', /can read/],
];

for (const [bytes, objection, reason] of others) {
  const shown = JSON.stringify(Buffer.from(bytes).toString('latin1', 0, 14));
  test(`a file that begins with ${shown} is refused, with the reason and what to send`, async () => {
    const path = await fileWith(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, 'call.mp3');
    const error = await Promise.resolve()
      .then(() => probe(path))
      .catch((error: unknown) => error);
    assert.ok(error instanceof NotARecording);
    assert.equal(error.objection, objection);
    assert.match(error.message, reason);
    assert.match(error.message, /WAV, MP3/);
  });
}
