import assert from 'node:assert/strict';
import { copyFile, mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { ffmpegMissing, recording as sample } from '../../test/support/recordings.ts';
import { scratch as newFolder, recordingOf } from '../../test/support/transcribing.ts';
import { startSweeping } from '../recordings/scratch.ts';
import { type Conversion, convertChannels } from './convert-channels.ts';

const SOUND = { ending: 'wav', options: [] };
const skip = ffmpegMissing;
const scratch = join(await newFolder(), 'scratch');
const conversion = { scratch, signal: new AbortController().signal };
const bytes = await readFile(sample('flac.flac'));
const recording = await recordingOf({ bytes, file_format: 'flac' });

/** A program of a shell's lines in the place of ffmpeg. */
const program = async (lines: string) => {
  const path = join(await newFolder(), 'ffmpeg');
  await writeFile(path, `#!/bin/sh\n${lines}\n`, { mode: 0o700 });
  return path;
};

const convert = (options: Partial<Conversion>, given = recording) =>
  convertChannels(given, 'mixed', SOUND, { ...conversion, ...options }, (path) => readFile(path));

test('channels are made under the scratch folder, which only the server may read, and are gone afterwards', {
  skip,
}, async () => {
  const [channel] = await convertChannels(recording, 'mixed', SOUND, conversion, async (path) => {
    assert.ok(path.startsWith(join(scratch, 'channels-')));
    assert.equal((await stat(join(path, '..'))).mode & 0o777, 0o700);
    // Nothing but the channel: the recording is read where it lies.
    assert.deepEqual(await readdir(join(path, '..')), ['mixed.wav']);
    return readFile(path, 'latin1');
  });
  assert.match(channel ?? '', /^RIFF/);
  assert.deepEqual(await readdir(scratch), []);
});

test('ffmpeg sees nothing of the environment of the server', async () => {
  process.env.JWT_SECRET = 'very secret';
  const seen = join(await newFolder(), 'seen');
  const ffmpeg = await program(`env > ${seen}; for out; do :; done; echo > "\${out#file:}"`);
  await convert({ ffmpeg });
  delete process.env.JWT_SECRET;
  const names = (await readFile(seen, 'utf8')).match(/^\w+(?==)/gm) ?? [];
  assert.deepEqual(
    names.filter((name) => !['PATH', 'PWD', 'OLDPWD', 'SHLVL', '_'].includes(name)),
    [],
  );
});

test('a playlist that calls itself a recording reaches no other file, not even beside it', { skip }, async () => {
  const playlist = Buffer.from('ffconcat version 1.0\nfile other\n');
  for (const file_format of ['wav', 'mp3', 'm4a'] as const) {
    const given = await recordingOf({ bytes: playlist, file_format });
    await given.withFile((path) => copyFile(sample('tagged.mp3'), join(path, '../other')));
    await assert.rejects(convert({}, given), { reason: { code: 'recording_not_audio' }, final: true });
  }
});

test('an ffmpeg that takes too long is ended, and so is one whose job is', async () => {
  const ffmpeg = await program('exec sleep 600');
  await assert.rejects(convert({ ffmpeg, limit_ms: 50 }), { reason: { code: 'ffmpeg_timeout' }, final: true });
  const reason = new Error('the lease is lost');
  const stopping = new AbortController();
  const converting = convert({ ffmpeg, signal: stopping.signal });
  setImmediate(() => stopping.abort(reason));
  await assert.rejects(converting, reason);
  await assert.rejects(convert({ ffmpeg: join(scratch, 'none') }), { reason: { code: 'ffmpeg_missing' }, final: true });
  assert.equal(await readFile(`/proc/self/task/${process.pid}/children`, 'utf8'), '');
  assert.deepEqual(await readdir(scratch), []);
});

test('what a killed worker left is swept after a day, and nothing before', async () => {
  const folder = await newFolder();
  for (const [name, hours] of [
    ['channels-left', 25],
    ['recording-left', 25],
    ['channels-now', 23],
  ] as const) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, '0.mp3'), 'words of a family');
    const at = new Date(Date.now() - hours * 3_600_000);
    await utimes(join(folder, name), at, at);
  }
  await startSweeping(folder, assert.ifError).close();
  assert.deepEqual(await readdir(folder), ['channels-now']);
});
