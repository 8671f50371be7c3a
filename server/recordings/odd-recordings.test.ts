import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ODD_CONTAINERS } from '../../test/support/odd-recordings/containers.ts';
import { REFUSED } from '../../test/support/odd-recordings/refused.ts';
import { recordBySox, soxMissing } from '../../test/support/odd-recordings/sox.ts';
import { ODD_STREAMS } from '../../test/support/odd-recordings/streams.ts';
import { ODD_WAVS } from '../../test/support/odd-recordings/wavs.ts';
import { decodedMs, WRITTEN, writeRecordings } from '../../test/support/odd-recordings/written.ts';
import { ffmpegMissing } from '../../test/support/recordings.ts';
import { probe } from './probe.ts';
import { NotARecording } from './reading/not-a-recording.ts';

// Recordings as telephones, telephone systems and broken transfers leave them, written by ffmpeg and changed by hand.
const folder = await mkdtemp(join(tmpdir(), 'pharos-odd-'));
after(() => rm(folder, { recursive: true }));
const skip = ffmpegMissing;
if (!skip) await writeRecordings(folder);
const written = new Map<string, Buffer>();
for (const [name] of skip ? [] : WRITTEN) written.set(name, await readFile(join(folder, name)));
const of = (name: string) => written.get(name) as Buffer;

type Recorded = { name: string; path: string; channels: number; beyond_ffmpeg?: number };
const recorded: Recorded[] = WRITTEN.map(([name, channels]) => ({ name, path: join(folder, name), channels }));
for (const [index, odd] of [...ODD_WAVS, ...ODD_STREAMS, ...ODD_CONTAINERS].entries()) {
  const path = join(folder, `odd-${index}`);
  if (!skip) await writeFile(path, odd.make(of(odd.of), of));
  recorded.push({ ...odd, path });
}
if (!skip && !soxMissing) recorded.push(...(await recordBySox(folder)));
/** Tolerance for coders that fill up their last frames, in ms. */
const CLOSE_MS = 100;

test(`${recorded.length} recordings have the channels and the length of their sound, without any decoder`, {
  skip,
}, async () => {
  const judged = recorded.filter(({ beyond_ffmpeg }) => beyond_ffmpeg === undefined);
  const decoded = new Map(
    (await decodedMs(judged.map(({ path }) => path))).map((ms, index) => [judged[index]?.path, ms]),
  );
  const wrong = recorded.flatMap(({ name, path, channels, beyond_ffmpeg }) => {
    const right = beyond_ffmpeg ?? (decoded.get(path) as number);
    const found = probe(path);
    const is_right = found.channels === channels && Math.abs((found.duration_ms ?? -1) - right) <= CLOSE_MS;
    return is_right
      ? []
      : [`${name}: ${found.channels} channels, ${found.duration_ms} ms; right is ${channels}, ${right}`];
  });
  assert.deepEqual(wrong, []);
});

for (const { name, of: base, make, objection, says } of REFUSED)
  test(`what cannot be taken is called what it is: ${name}`, { skip }, async () => {
    const path = join(folder, 'refused');
    await writeFile(path, make(of(base), of));
    assert.throws(
      () => probe(path),
      (error) => error instanceof NotARecording && error.objection === objection && says.test(error.message),
    );
  });
