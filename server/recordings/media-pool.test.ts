import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { chunk, recording, wav } from '../../test/support/recordings.ts';
import { type Heard, openMediaPool } from './media-pool.ts';
import { NotARecording } from './reading/not-a-recording.ts';

const folder = await mkdtemp(join(tmpdir(), 'pharos-media-'));
const media = openMediaPool({ at_once: 2, hear_ms: 500 });
after(async () => {
  await media.close();
  await rm(folder, { recursive: true });
});

const fileOf = async (name: string, bytes: Uint8Array) => {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
};
const [mp3, mu_law] = await Promise.all(['tagged.mp3', 'mu-law.wav'].map((name) => readFile(recording(name))));
const PCM = { tag: 1, channels: 1, bits: 8 };
const second = Buffer.alloc(8_000, 130);

/** A tag of ID3v2.4 with so many frames of a letter each. */
const tagOf = (frames: number) => {
  const frame = Buffer.from('TXXX\0\0\0\x01\0\0a', 'latin1');
  const size = frame.length * frames;
  const sizes = [21, 14, 7, 0].map((shift) => (size >> shift) & 127);
  return Buffer.concat([Buffer.from([...Buffer.from('ID3\x04\0\0', 'latin1'), ...sizes]), Buffer.alloc(size, frame)]);
};

/** Files that are made to be endless work, and what they are. */
const attacks: [string, () => Buffer, number | RegExp][] = [
  ['an MP3 with a million tags', () => Buffer.concat([tagOf(1_000_000), mp3 as Buffer]), 1000],
  ['an MP3 with 30 MB of ones behind it', () => Buffer.concat([mp3 as Buffer, Buffer.alloc(30e6, 0xff)]), 1000],
  [
    'an MP3 with 30 MB of letters that begin tags',
    () => Buffer.concat([mp3 as Buffer, Buffer.alloc(30e6, 'ID3')]),
    1000,
  ],
  [
    'a WAV with three million chunks',
    () => wav(second, PCM, { before: Buffer.alloc(24e6, chunk('JUNK', Buffer.alloc(0))) }),
    /more than 1000 parts/,
  ],
  [
    'a WAV with a list of two million entries',
    () => wav(second, PCM, { before: chunk('LIST', Buffer.alloc(24e6, 'ICMT\x04\0\0\0abc\0')) }),
    1000,
  ],
  [
    'an M4A of three million boxes',
    () => Buffer.concat([Buffer.from('\0\0\0\x08ftyp', 'latin1'), Buffer.alloc(24e6, '\0\0\0\x08free')]),
    /holds no sound/,
  ],
  [
    'a WebM of a million tracks',
    () =>
      Buffer.concat([
        Buffer.from('1a45dfa3874282847765626d18538067ff1654ae6bff', 'hex'),
        Buffer.alloc(2e6, Buffer.from('ae80', 'hex')),
      ]),
    /too many tracks/,
  ],
  [
    'an Ogg of pages of nothing',
    () => Buffer.concat([Buffer.alloc(27e6, Buffer.concat([Buffer.from('OggS'), Buffer.alloc(23)]))]),
    /Opus, Vorbis/,
  ],
];

for (const [name, make, expected] of attacks) {
  test(`${name} is read to its end, or refused, and nobody waits for it meanwhile`, async () => {
    const path = await fileOf('attack', make());
    let turns = 0;
    const begin = performance.now();
    const turn = () => {
      turns += 1;
      next = setImmediate(turn);
    };
    let next = setImmediate(turn);
    const found = await media.hear('hostile', path).catch((error: unknown) => error);
    clearImmediate(next);
    // What is done at once lets nobody wait; what takes longer has to leave the loop to others.
    const took_ms = performance.now() - begin;
    assert.ok(turns > 10 || took_ms < 500, `the loop of the server turned ${turns} times in ${took_ms} ms`);
    if (typeof expected === 'number') assert.equal((found as Heard).probed.duration_ms, expected);
    else assert.ok(found instanceof NotARecording && expected.test(found.message), String(found));
  });
}

test('a file that takes too long is refused, and says what to send', async () => {
  const hurried = openMediaPool({ probe_ms: -1 });
  after(() => hurried.close());
  const path = await fileOf('slow', mu_law as Buffer);
  await assert.rejects(
    hurried.hear('home', path),
    (error) => error instanceof NotARecording && /too long.*WAV, MP3/.test(error.message),
  );
});

test('a file whose sender has left is read no further, and one that waits for its turn not at all', async () => {
  const path = await fileOf('long', Buffer.concat([mp3 as Buffer, Buffer.alloc(30e6, 0xff)]));
  const [leaving, reason] = [new AbortController(), new Error('left')];
  const heard = Array.from({ length: 5 }, () =>
    media.hear('leaver', path, leaving.signal).catch((error: unknown) => error),
  );
  setImmediate(() => leaving.abort(reason));
  assert.deepEqual(await Promise.all(heard), Array(5).fill(reason));
  assert.equal((await media.hear('leaver', await fileOf('next', mu_law as Buffer))).probed.duration_ms, 500);
});
